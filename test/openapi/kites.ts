import { readDocument } from '../../src/openapi/document.ts'

const json = (schema: object) => ({ 'application/json': { schema } })

/** An API with one of everything that a request can be sent with. */
export const kites = readDocument(
  {
    openapi: '3.1.1',
    info: { title: 'kites', version: '1.2.3' },
    paths: {
      '/kites': {
        get: {
          tags: ['kites'],
          parameters: [
            { name: 'limit', in: 'query', schema: { type: 'integer', default: 20 } },
            { name: 'color', in: 'query', required: true, schema: { enum: ['red & white'] } },
          ],
        },
      },
      '/kites/{id}': {
        put: {
          summary: 'Change a kite',
          description: 'As a whole.',
          tags: ['kites'],
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
            { name: 'if-match', in: 'header', schema: { type: 'string' } },
          ],
          requestBody: { required: true, content: json({ $ref: '#/components/schemas/Kite' }) },
        },
      },
      '/health': { get: {} },
    },
    components: {
      schemas: { Kite: { type: 'object', properties: { name: { type: 'string' } } } },
    },
  },
  'test',
)

export const kiteId = '019a9e3c-0000-7000-8000-000000000000'
