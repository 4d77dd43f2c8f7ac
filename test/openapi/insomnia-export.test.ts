import { expect, test } from 'vitest'

import { insomniaExport } from '../../src/openapi/insomnia-export.ts'
import { kiteId, kites } from './kites.ts'

const exported = insomniaExport(kites, 'http://localhost:4000')
const ids = exported.resources.map(({ _id: id }) => id)
const [workspace, environment, folder, , list, change, health] = exported.resources

test('an export of Insomnia is a collection with an address, a folder for each tag and requests', () => {
  expect(exported).toMatchObject({ _type: 'export', __export_format: 4 })
  expect(exported.resources.length).toBe(7)
  expect(workspace).toMatchObject({ _type: 'workspace', parentId: null, name: 'kites' })
  expect(environment).toMatchObject({
    _type: 'environment',
    parentId: ids[0],
    data: { base_url: 'http://localhost:4000' },
  })
  expect(folder).toMatchObject({ _type: 'request_group', parentId: ids[0], name: 'kites' })
  expect(list).toMatchObject({ parentId: ids[2], name: 'GET /kites' })
  expect(health).toMatchObject({ parentId: ids[3], method: 'GET', body: {} })
  expect(change).toEqual({
    _id: expect.stringMatching(/^req_[0-9a-f]{32}$/),
    _type: 'request',
    parentId: ids[2],
    name: 'Change a kite',
    description: 'As a whole.',
    method: 'PUT',
    url: '{{ _.base_url }}/kites/:id',
    pathParameters: [{ name: 'id', value: kiteId }],
    parameters: [],
    headers: [
      { name: 'Content-Type', value: 'application/json' },
      { name: 'if-match', value: 'text', disabled: true },
    ],
    body: { mimeType: 'application/json', text: '{\n  "name": "text"\n}' },
  })
})

test('what is exported again has the same ids, so that it replaces what was imported', () => {
  const again = insomniaExport(kites, 'http://elsewhere')
  expect(again.resources.map(({ _id: id }) => id)).toEqual(ids)
})
