import { expect, test } from 'vitest'

import { clientText } from '../../src/openapi/client-text.ts'
import { readDocument } from '../../src/openapi/document.ts'
import { typeName, typeText } from '../../src/openapi/type-text.ts'
import { formatText } from '../../src/template/format-text.ts'

const json = (schema: object) => ({ 'application/json': { schema } })
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const kite = { $ref: '#/components/schemas/Kite' }

const document = readDocument(
  {
    openapi: '3.1.1',
    info: { title: 'kites', version: '1.2.3' },
    paths: {
      '/kites/{id}': {
        get: {
          operationId: 'getKitesById',
          summary: 'One kite',
          parameters: [
            id,
            { name: 'tag', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
            { name: 'x-trace', in: 'header', required: true, schema: { type: 'string' } },
          ],
          responses: { 200: { content: json(kite) }, default: {} },
        },
        put: {
          operationId: 'putKitesById',
          deprecated: true,
          parameters: [id],
          requestBody: { required: true, content: json(kite) },
          responses: { 204: {} },
        },
      },
      '/kites.csv': {
        get: { operationId: 'getKitesCsv', responses: { 200: { content: { 'text/csv': {} } } } },
      },
    },
    components: {
      schemas: { Kite: { type: 'object', properties: { name: { type: 'string' } }, required: [] } },
    },
  },
  'test',
)

test('a client has a flat type for each schema and a method for each operation', async () => {
  const text = await formatText('client.ts', clientText(document))
  const [head = '', methods = ''] = text.split(
    /\/\*\* What the API has refused[^]*const send = .*\n/,
  )
  expect(head)
    .toBe(`// Written by elif client for kites 1.2.3. Write it anew when the API has changed.

export type Kite = { name?: string | undefined }

`)
  expect(methods).toBe(`  return {
    /** GET /kites/{id}: One kite */
    getKitesById: (given: { id: string; tag?: Array<string> | undefined; 'x-trace': string }) =>
      send<Kite>('GET', \`/kites/\${encodeURIComponent(given['id'])}\`, {
        query: { tag: given['tag'] },
        headers: { 'x-trace': given['x-trace'] },
      }),

    /** PUT /kites/{id} @deprecated */
    putKitesById: (given: { id: string; body: Kite }) =>
      send<undefined>('PUT', \`/kites/\${encodeURIComponent(given['id'])}\`, { body: given.body }),

    /** GET /kites.csv */
    getKitesCsv: () => send<string>('GET', \`/kites.csv\`),
  }
}
`)
})

const types: [schema: object, type: string][] = [
  [{}, 'unknown'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ anyOf: [{ type: 'integer' }, { type: 'number' }] }, 'number'],
  [{ anyOf: [{ type: 'string' }, {}] }, 'unknown'],
  [{ enum: ['a', 1, null] }, '"a" | 1 | null'],
  [{ const: 'a' }, '"a"'],
  [{ type: 'array' }, 'Array<unknown>'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, {}] }, '[string, unknown]'],
  [{ type: 'object' }, 'Record<string, unknown>'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
  [{ type: 'object', properties: { 'a-b': {} }, required: ['a-b'] }, '{ "a-b": unknown }'],
  [{ allOf: [kite, { type: 'null' }] }, '(Kite) & (null)'],
]

test.each(types)('%j is said in TypeScript', (schema, type) => {
  expect(typeText({ ...schema })).toBe(type)
})

test('names become names of types, and never those of the client itself', () => {
  expect(['kite-list', 'Kite', 'Client', '2fast'].map(typeName)).toEqual([
    'KiteList',
    'Kite',
    'ClientSchema',
    '_2fastSchema',
  ])
})
