import type { FieldType } from './field.ts'
import { plainType } from './plain-type.ts'

const MOST_DIGITS = 1000

export const integerType = plainType(
  { name: 'integer', says: 'a whole number of 32 bits', example: 'stock:integer' },
  {
    column: "'integer'",
    stored: 'number',
    domain: 'z.int32()',
    samples: { first: '1', second: '2', numbered: 'number', invalid: '2_147_483_648' },
  },
)

export const bigintType = plainType(
  { name: 'bigint', says: 'a whole number of 64 bits, as a string', example: 'views:bigint' },
  {
    column: "'bigint'",
    stored: 'Int8',
    domain: 'bigintText()',
    samples: {
      first: "'9007199254740993'",
      second: "'-9007199254740993'",
      numbered: 'String(number)',
      invalid: "'9223372036854775808'",
    },
  },
)

export const decimalType: FieldType = {
  name: 'decimal',
  says: 'an exact number with p digits, s of them behind the point, as a string',
  example: 'price:decimal(10,2)',
  shape(settings) {
    const [precision = NaN, scale = 0, ...others] = settings.map(wholeNumber)
    if (others.length > 0 || !(precision >= 1 && precision <= MOST_DIGITS)) {
      return { fault: `a decimal takes its number of digits, from 1 to ${MOST_DIGITS}` }
    }
    if (!(scale >= 0 && scale <= precision)) {
      return {
        fault: `a decimal of ${precision} digits has from 0 to ${precision} behind the point`,
      }
    }
    return {
      column: `'numeric(${precision}, ${scale})'`,
      stored: 'Numeric',
      domain: `decimalText(${precision}, ${scale})`,
      samples: decimalSamples(precision, scale),
    }
  },
}

const wholeNumber = (text: string) => (/^\d{1,4}$/u.test(text) ? Number(text) : NaN)

/** Written with all the digits behind the point, because that is how the database answers. */
function decimalSamples(precision: number, scale: number) {
  const last = (digit: number) =>
    scale === 0 ? String(digit) : `0.${String(digit).padStart(scale, '0')}`
  const numbered =
    scale === 0 ? 'String(number)' : `\`0.\${String(number).padStart(${scale}, '0')}\``
  const invalid = precision > scale ? `1${'0'.repeat(precision - scale)}` : '1'
  return { first: `'${last(1)}'`, second: `'${last(2)}'`, numbered, invalid: `'${invalid}'` }
}
