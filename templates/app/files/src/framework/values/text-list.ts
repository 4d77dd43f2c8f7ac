import { z } from 'zod'

/** Texts as a variable lists them, with commas or spaces between; none where it is not set. */
export const textList = () =>
  z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
