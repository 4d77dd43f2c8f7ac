import { z } from 'zod'

/** A day as 'YYYY-MM-DD', without a time zone. */
export const isoDay = () =>
  z.iso.date().refine((value) => value >= '0001', 'Must be a day from the year 1 on')

/** A moment, read from ISO 8601 with a zone and kept to the millisecond. */
export const isoMoment = () =>
  z.iso
    .datetime({ offset: true })
    .transform((value) => new Date(value))
    .refine((value) => inCommonEra(value), 'Must lie in the years 1 to 9999')

function inCommonEra(value: Date) {
  const year = value.getUTCFullYear()
  return year >= 1 && year <= 9999
}
