import { expect, test } from 'vitest'

import { compareDocuments } from '../../src/openapi/compare-documents.ts'
import { type Document, readDocument, type Schema } from '../../src/openapi/document.ts'

type Said = { body?: Schema; reply?: Schema; parameters?: object[]; status?: string }

const json = (schema: Schema) => ({ 'application/json': { schema } })

function api(
  { body, reply = {}, parameters = [], status = '200' }: Said,
  path = '/kites',
): Document {
  const post = {
    parameters,
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: { [status]: { content: json(reply) } },
  }
  const info = { title: 'kites', version: '1.0.0' }
  return readDocument({ openapi: '3.1.1', info, paths: { [path]: { post } } }, 'test')
}

function changes(before: Document, after: Document) {
  return compareDocuments(before, after).map(
    ({ breaking, operation, at, says }) =>
      `${breaking ? 'breaking' : 'fine'}: ${operation}${at && ` ${at}`} ${says}`,
  )
}

const kite = (properties: Record<string, Schema>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
})
const text = { type: 'string' }

test('nothing has changed between a document and itself', () => {
  const one = api({ body: kite({ name: text }), reply: kite({ name: text }) })
  expect(compareDocuments(one, one)).toEqual([])
})

test('an operation that is gone breaks callers, a new one does not', () => {
  expect(changes(api({}), api({}, '/birds'))).toEqual([
    'breaking: POST /kites is gone',
    'fine: POST /birds is new',
  ])
})

test('what a parameter of a path is called is nothing to a caller', () => {
  expect(changes(api({}, '/kites/{id}'), api({}, '/kites/{kite}'))).toEqual([])
})

const sent: [says: string, before: Schema, after: Schema, changes: string[]][] = [
  [
    'a new required field',
    kite({ name: text }),
    kite({ name: text, span: text }),
    ['breaking: POST /kites body.span is new and required'],
  ],
  [
    'a new field',
    kite({ name: text }),
    kite({ name: text, span: text }, ['name']),
    ['fine: POST /kites body.span is new'],
  ],
  [
    'a field that is gone',
    kite({ name: text }),
    kite({}),
    ['breaking: POST /kites body.name is gone'],
  ],
  [
    'a field that became required',
    kite({ name: text }, []),
    kite({ name: text }),
    ['breaking: POST /kites body.name became required'],
  ],
  [
    'a narrower type',
    { type: ['string', 'null'] },
    text,
    ['breaking: POST /kites body is not null any more'],
  ],
  [
    'a wider type',
    { type: 'integer' },
    { type: 'number' },
    ['fine: POST /kites body was integer and is number'],
  ],
  [
    'a value that is not taken any more',
    { type: 'string', enum: ['a', 'b'] },
    { type: 'string', enum: ['a', 'c'] },
    ['breaking: POST /kites body is never b any more', 'fine: POST /kites body may be c now'],
  ],
  [
    'limits',
    { type: 'string', maxLength: 9, minLength: 2 },
    { type: 'string', maxLength: 8 },
    [
      'fine: POST /kites body minLength was 2 and is gone',
      'breaking: POST /kites body maxLength was 9 and is 8',
    ],
  ],
]

test.each(sent)('among what is sent: %s', (_, before, after, expected) => {
  expect(changes(api({ body: before }), api({ body: after }))).toEqual(expected)
})

const answered: [says: string, before: Schema, after: Schema, changes: string[]][] = [
  ['a new field', kite({}), kite({ name: text }), ['fine: POST /kites 200.name is new']],
  [
    'a field that is gone',
    kite({ name: text }),
    kite({}),
    ['breaking: POST /kites 200.name is gone'],
  ],
  [
    'a field that may be missing',
    kite({ name: text }),
    kite({ name: text }, []),
    ['breaking: POST /kites 200.name became optional'],
  ],
  [
    'something else in a list',
    { type: 'array', items: text },
    { type: 'array', items: { anyOf: [text, { type: 'null' }] } },
    ['breaking: POST /kites 200[] may be null now'],
  ],
  [
    'what is never null any more',
    { anyOf: [text, { type: 'null' }] },
    text,
    ['fine: POST /kites 200 is not null any more'],
  ],
  [
    'a value that is not answered any more, and a new one',
    { type: 'string', enum: ['a', 'b'] },
    { type: 'string', enum: ['a', 'c'] },
    ['breaking: POST /kites 200 is never b any more', 'breaking: POST /kites 200 may be c now'],
  ],
  [
    'limits',
    { type: 'string', maxLength: 9 },
    text,
    ['fine: POST /kites 200 maxLength was 9 and is gone'],
  ],
]

test.each(answered)('among what is answered: %s', (_, before, after, expected) => {
  expect(changes(api({ reply: before }), api({ reply: after }))).toEqual(expected)
})

const query = (name: string, required: boolean) => ({ name, in: 'query', required, schema: text })

test('parameters and statuses are compared', () => {
  const before = api({ parameters: [query('from', false), query('to', false)], status: '201' })
  const after = api({ parameters: [query('from', true), query('limit', false)] })
  expect(changes(before, after)).toEqual([
    'breaking: POST /kites query from became required',
    'fine: POST /kites query limit is new',
    'breaking: POST /kites query to is gone',
    'breaking: POST /kites 201 is not answered any more',
    'breaking: POST /kites 200 is answered now',
  ])
})

const tree = (properties: Record<string, Schema>) => ({
  ...api({ reply: { $ref: '#/components/schemas/Tree' } }),
  components: {
    schemas: {
      Tree: kite({
        kids: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
        ...properties,
      }),
    },
  },
})

test('a schema that holds itself is compared once', () => {
  expect(changes(tree({}), tree({ name: text }))).toEqual(['fine: POST /kites 200.name is new'])
})
