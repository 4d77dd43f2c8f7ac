import { z } from 'zod'

/** Text that PostgreSQL can keep: it takes neither the null character nor half a surrogate pair. */
export const plainText = () =>
  z
    .string()
    .refine((value) => !value.includes('\0'), 'Must not contain the null character')
    .refine((value) => value.isWellFormed(), 'Must be well-formed Unicode')
