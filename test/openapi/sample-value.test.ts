import { expect, test } from 'vitest'
import { z } from 'zod'

import { readDocument } from '../../src/openapi/document.ts'
import { sampleValue } from '../../src/openapi/sample-value.ts'

const tree = { type: 'object', properties: { kid: { $ref: '#/components/schemas/Tree' } } }
const document = readDocument(
  { openapi: '3.1.1', info: { title: 'a', version: '1' }, components: { schemas: { Tree: tree } } },
  'test',
)

test.each([
  ['a uuid', z.uuid()],
  ['a date', z.iso.date()],
  ['a time', z.iso.datetime()],
  ['an address', z.email()],
  ['a decimal', z.string().regex(/^-?\d{1,3}(\.\d{1,2})?$/)],
  ['a text of some length', z.string().min(12).max(14)],
  ['a short text', z.string().max(2)],
  ['a whole number', z.int().min(5).max(9)],
  ['a number above another', z.number().gt(7)],
  ['one of several', z.enum(['red', 'blue'])],
  ['a constant', z.literal(7)],
  ['something or nothing', z.boolean().nullable()],
  ['a list', z.array(z.int()).min(1)],
  ['both of two', z.intersection(z.object({ a: z.string() }), z.object({ b: z.int() }))],
  ['what has a default', z.object({ unit: z.string().default('cm') })],
])('%s is a value that its schema takes', (_, schema) => {
  const sample = sampleValue(document, z.toJSONSchema(schema, { io: 'input' }))
  expect(schema.safeParse(sample).error).toBeUndefined()
})

test('what its author has given as an example is taken', () => {
  expect(sampleValue(document, { type: 'string', examples: ['Kite'] })).toBe('Kite')
  expect(sampleValue(document, { type: 'string', example: 'Kite' })).toBe('Kite')
})

test('what holds itself ends', () => {
  expect(sampleValue(document, { $ref: '#/components/schemas/Tree' })).toEqual({ kid: null })
})
