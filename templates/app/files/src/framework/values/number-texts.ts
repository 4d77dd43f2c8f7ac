import { z } from 'zod'

const largest = 2n ** 63n - 1n

/** A whole number of 64 bits as a string: a JavaScript number would lose its last digits. */
export const bigintText = () =>
  z
    .string()
    .refine(isBigInteger, 'Must be a whole number of 64 bits')
    // What a description of the API can say of it.
    .meta({ pattern: '^-?\\d{1,19}$' })

function isBigInteger(value: string) {
  if (!/^-?\d{1,19}$/.test(value)) return false
  const number = BigInt(value)
  return number <= largest && number >= -largest - 1n
}

/** An exact number as a string, with up to `precision` digits, `scale` of them behind the point. */
export function decimalText(precision: number, scale: number) {
  const before = precision > scale ? `(0|[1-9]\\d{0,${precision - scale - 1}})` : '0'
  const behind = scale > 0 ? `(\\.\\d{1,${scale}})?` : ''
  return z
    .string()
    .regex(
      new RegExp(`^-?${before}${behind}$`),
      `Must be a number of up to ${precision} digits, ${scale} of them behind the point`,
    )
}
