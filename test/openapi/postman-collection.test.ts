import { expect, test } from 'vitest'

import { postmanCollection } from '../../src/openapi/postman-collection.ts'
import { kiteId, kites } from './kites.ts'

test('a collection of Postman has a folder for each tag, and values to begin with', () => {
  expect(postmanCollection(kites, 'http://localhost:4000')).toEqual({
    info: {
      name: 'kites',
      description: 'Version 1.2.3',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [{ key: 'baseUrl', value: 'http://localhost:4000' }],
    item: [
      {
        name: 'kites',
        item: [
          {
            name: 'GET /kites',
            request: {
              method: 'GET',
              header: [],
              url: {
                raw: '{{baseUrl}}/kites?color=red%20%26%20white',
                host: ['{{baseUrl}}'],
                path: ['kites'],
                query: [
                  { key: 'limit', value: '20', disabled: true },
                  { key: 'color', value: 'red & white' },
                ],
              },
            },
            response: [],
          },
          {
            name: 'Change a kite',
            request: {
              method: 'PUT',
              description: 'As a whole.',
              header: [
                { key: 'Content-Type', value: 'application/json' },
                { key: 'if-match', value: 'text', disabled: true },
              ],
              url: {
                raw: '{{baseUrl}}/kites/:id',
                host: ['{{baseUrl}}'],
                path: ['kites', ':id'],
                variable: [{ key: 'id', value: kiteId }],
              },
              body: {
                mode: 'raw',
                raw: '{\n  "name": "text"\n}',
                options: { raw: { language: 'json' } },
              },
            },
            response: [],
          },
        ],
      },
      {
        name: 'api',
        item: [
          {
            name: 'GET /health',
            request: {
              method: 'GET',
              header: [],
              url: { raw: '{{baseUrl}}/health', host: ['{{baseUrl}}'], path: ['health'] },
            },
            response: [],
          },
        ],
      },
    ],
  })
})
