import { describe, expect, test } from 'vitest'
import { z } from 'zod'

import {
  jsonValue,
  toJsonText,
} from '../../../templates/app/files/src/framework/values/json-value.ts'
import { newId } from '../../../templates/app/files/src/framework/values/new-id.ts'
import {
  bigintText,
  decimalText,
} from '../../../templates/app/files/src/framework/values/number-texts.ts'
import { plainText } from '../../../templates/app/files/src/framework/values/plain-text.ts'
import { isoDay, isoMoment } from '../../../templates/app/files/src/framework/values/iso-times.ts'

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
const taken = (schema: z.ZodType, values: unknown[]) =>
  values.filter((value) => schema.safeParse(value).success)

describe('what callers send', () => {
  const kinds: [string, z.ZodType, { good: unknown[]; bad: unknown[] }][] = [
    ['text', plainText(), { good: ['', ' a ', '😀'], bad: [1, null, 'a\0', '\ud800', undefined] }],
    [
      'a big integer',
      bigintText(),
      {
        good: ['0', '-1', '9223372036854775807', '-9223372036854775808'],
        bad: [1, '', '1.0', '1e3', ' 1', '9223372036854775808', '-9223372036854775809', 'x'],
      },
    ],
    [
      'a decimal(4,2)',
      decimalText(4, 2),
      {
        good: ['0', '-0.5', '99.99', '1.10'],
        bad: [1, '100', '1.234', '.5', '1.', '01', '1e1', ''],
      },
    ],
    ['a decimal(2,2)', decimalText(2, 2), { good: ['0', '0.99', '-0.01'], bad: ['1', '0.999'] }],
    ['a decimal(2,0)', decimalText(2, 0), { good: ['0', '99', '-9'], bad: ['1.0', '100'] }],
    [
      'a day',
      isoDay(),
      {
        good: ['2026-01-31', '2028-02-29', '0001-01-01', '9999-12-31'],
        bad: ['2026-02-29', '0000-01-01', '2026-1-1', '10000-01-01', '2026-01-31T00:00:00Z', 1],
      },
    ],
    [
      'a moment',
      isoMoment(),
      {
        good: ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.123+02:00'],
        bad: [
          '2026-01-31',
          '2026-01-31T12:00:00',
          '2026-02-30T12:00:00Z',
          '0001-01-01T00:00:00+14:00',
          '9999-12-31T23:59:59-14:00',
          0,
        ],
      },
    ],
    [
      'JSON',
      jsonValue(),
      {
        good: [0, '', false, [], {}, { a: [null, { b: 'c' }] }, nested(100)],
        bad: [null, undefined, NaN, 'a\0', { 'a\0': 1 }, ['\udfff'], nested(101)],
      },
    ],
  ]

  test.each(kinds)('as %s is read or refused', (_, schema, { good, bad }) => {
    expect(taken(schema, [...good, ...bad])).toEqual(good)
  })
})

test('a moment is read to the millisecond', () => {
  expect(isoMoment().parse('2026-01-31T12:00:00.123456+02:00').toISOString()).toBe(
    '2026-01-31T10:00:00.123Z',
  )
})

test('JSON that is absent, none or false stays apart in its column', () => {
  expect([undefined, null, false, ''].map((value) => toJsonText(value))).toEqual([
    undefined,
    null,
    'false',
    '""',
  ])
})

test('an id is a UUID of version 7 that sorts by when it was made', () => {
  const times = [0, 1, 1_790_000_000_000, 1_790_000_000_001]
  const ids = times.map((time) => newId(new Date(time)))
  expect(ids).toEqual(ids.toSorted())
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true)
})
