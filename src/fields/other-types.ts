import { plainType } from './plain-type.ts'

const dayOf = (number: string) => `new Date(Date.UTC(2026, 0, ${number})).toISOString()`

export const uuidType = plainType(
  { name: 'uuid', says: 'an identifier of 128 bits', example: 'externalId:uuid' },
  {
    column: "'uuid'",
    stored: 'string',
    domain: 'z.uuid()',
    samples: {
      first: "'0192f0c1-2c5e-7b6a-9d3e-3f1a2b4c5d6e'",
      second: "'0192f0c1-2c5e-7b6a-9d3e-3f1a2b4c5d6f'",
      numbered: "`0192f0c1-2c5e-7b6a-9d3e-${String(number).padStart(12, '0')}`",
      invalid: "'not-a-uuid'",
    },
  },
)

export const dateType = plainType(
  {
    name: 'date',
    says: "a day, as 'YYYY-MM-DD', without a time zone",
    example: 'publishedOn:date',
  },
  {
    column: "'date'",
    stored: 'string',
    domain: 'isoDay()',
    samples: {
      first: "'2026-01-31'",
      second: "'2028-02-29'",
      numbered: `${dayOf('number')}.slice(0, 10)`,
      invalid: "'2026-02-29'",
    },
  },
)

export const timestampType = plainType(
  { name: 'timestamp', says: 'a moment, to the millisecond', example: 'soldAt:timestamp' },
  {
    column: "'timestamptz(3)'",
    stored: 'Timestamp',
    domain: 'z.date()',
    input: 'isoMoment()',
    reply: 'z.iso.datetime()',
    toReply: (value) => `${value}.toISOString()`,
    samples: {
      first: "'2026-01-31T12:00:00.000Z'",
      second: "'2026-02-01T12:00:00.000Z'",
      numbered: dayOf('number'),
      invalid: "'yesterday'",
    },
  },
)

const notComparable = {
  because: 'JSON values are not compared as a whole',
  instead: 'Leave the modifier out, or keep the part to look for in a field of its own.',
}

export const jsonType = plainType(
  { name: 'json', says: 'any JSON value but null', example: 'settings:json' },
  {
    column: "'jsonb'",
    stored: 'Json',
    domain: 'jsonValue()',
    toColumn: (value) => `toJsonText(${value})`,
    narrow: true,
    samples: {
      first: "{ one: [1, 'two'] }",
      second: "['other']",
      numbered: '{ number }',
      invalid: "'\\0'",
    },
    notUnique: notComparable,
    notIndexed: notComparable,
  },
)
