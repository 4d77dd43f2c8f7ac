import type { FieldType, Shape } from './field.ts'
import { plainType } from './plain-type.ts'

/** PostgreSQL keeps 2704 bytes in an entry of an index, and a character may take four. */
const LONGEST_INDEXED = 675

const tooLong = {
  because: 'its values can be longer than an index takes',
  instead: `Take string(${LONGEST_INDEXED}) or shorter, or leave the index out.`,
}

const textSamples = (length: number) => {
  const first = 'first'.slice(0, length)
  return {
    first: `'${first}'`,
    second: `'${'second'.slice(0, length)}'`,
    numbered: length < 12 ? 'number.toString(36)' : '`value ${number}`',
  }
}

export const stringType: FieldType = {
  name: 'string',
  says: 'text on one line, up to n characters (255 when not given), trimmed and not empty',
  example: 'name:string(100)',
  shape(settings) {
    const [given = '255', ...others] = settings
    const length = Number(given)
    if (others.length > 0) return { fault: 'a string takes one length' }
    if (!/^\d{1,8}$/u.test(given) || length < 1 || length > 10_485_760) {
      return { fault: `the length of a string is a whole number from 1 to 10485760, not ${given}` }
    }
    return {
      column: `'varchar(${length})'`,
      stored: 'string',
      domain: `plainText().trim().min(1).max(${length})`,
      samples: { ...textSamples(length), invalid: "''" },
      ...(length > LONGEST_INDEXED && { notUnique: tooLong, notIndexed: tooLong }),
    }
  },
}

export const textType: FieldType = {
  name: 'text',
  says: 'text of any length, kept as it is',
  example: 'notes:text',
  shape: (settings) =>
    settings.length > 0
      ? { fault: 'text takes no settings; a string takes a length' }
      : {
          column: "'text'",
          stored: 'string',
          domain: 'plainText()',
          samples: { ...textSamples(255), invalid: '1' },
          notUnique: tooLong,
          notIndexed: tooLong,
        },
}

const fewRows = (what: string) => ({
  because: `${what} has so few values that the table would be full after a few rows`,
  instead: 'Leave :unique out.',
})

export const enumType: FieldType = {
  name: 'enum',
  says: 'one of the words given',
  example: 'status:enum(draft,sent)',
  shape(settings) {
    const wrong = settings.find((word) => !/^[a-z][\w-]{0,62}$/iu.test(word))
    if (wrong !== undefined)
      return { fault: `${JSON.stringify(wrong)} cannot be a value of an enum` }
    const twice = settings.find((word, index) => settings.indexOf(word) !== index)
    if (twice) return { fault: `the enum says ${JSON.stringify(twice)} twice` }
    if (settings.length < 2) return { fault: 'an enum needs at least two values' }
    return enumShape(settings.map((word) => `'${word}'`))
  },
}

function enumShape(words: string[]): Shape {
  const [first = '', second = ''] = words
  return {
    column: "'text'",
    stored: 'string',
    domain: `z.enum([${words.join(', ')}])`,
    check: (column) => `"${column}" in (${words.join(', ')})`,
    narrow: true,
    samples: { first, second, numbered: first, invalid: "'no such value'" },
    notUnique: fewRows('an enum'),
  }
}

export const booleanType = plainType(
  { name: 'boolean', says: 'true or false', example: 'available:boolean' },
  {
    column: "'boolean'",
    stored: 'boolean',
    domain: 'z.boolean()',
    samples: { first: 'true', second: 'false', numbered: 'true', invalid: "'yes'" },
    notUnique: fewRows('a boolean'),
  },
)
