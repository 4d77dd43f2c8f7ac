import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { acceptUploads, receiveUploads } from './receive-uploads.ts'
import { createUploads } from './uploads.ts'

const directory = await mkdtemp(join(tmpdir(), 'uploads-'))
const uploads = createUploads({ directory, maxBytes: 6000, maxFiles: 2 })
const http = openHttp(async (scope) => {
  await acceptUploads(scope, uploads)
  scope.post('/', async (request) => receiveUploads(request, uploads, ['image/png']))
})
const kept = () => readdir(directory)
beforeAll(async () => void (await http.ready()))
beforeEach(async () => {
  for (const id of await kept()) await uploads.remove(id)
})
afterAll(async () => {
  await http.close()
  await rm(directory, { recursive: true })
})

const PNG = `\x89PNG\r\n\x1a\n${'x'.repeat(50)}`
const end = '--B--\r\n'
const form = 'multipart/form-data; boundary=B'

const part = (disposition: string, body: string, ...headers: string[]) =>
  [`--B`, `Content-Disposition: form-data${disposition}`, ...headers, '', body, ''].join('\r\n')
const file = (name: string, ...headers: string[]) =>
  part(`; name="picture"; filename="${name}"`, PNG, ...headers)
const field = (name: string, value: string, ...headers: string[]) =>
  part(`; name="${name}"`, value, ...headers)

const post = (body: string, type = form, headers = {}) =>
  http.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': type, ...headers },
    payload: Buffer.from(body, 'latin1'),
  })

test.each([
  ['../../kite.png', 'kite.png'],
  ['..\\..\\kite.png', 'kite.png'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Windows\\kite.png', 'kite.png'],
  ['%2e%2e%2fkite.png', '%2e%2e%2fkite.png'],
  ['con', 'con'],
  ['..', ''],
  ['', ''],
  ['x'.repeat(5000), 'x'.repeat(255)],
])('a file called %s lies where we say, and is called %j', async (given, name) => {
  const { files } = (await post(file(given) + end)).json()
  expect(files).toMatchObject([{ name, kind: 'image/png' }])
  expect(await kept()).toEqual([files[0].id])
})

test.each([
  ['no end', file('a.png')],
  ['another boundary', file('a.png') + end, 'multipart/form-data; boundary=C'],
  ['no boundary', file('a.png') + end, 'multipart/form-data'],
  ['a boundary of 5,000 letters', file('a.png') + end, `${form}${'C'.repeat(5000)}`],
  ['line feeds alone', (file('a.png') + end).replaceAll('\r\n', '\n')],
  ['a file without a field', part('; filename="a.png"', PNG) + end],
  ['a part without a name', part('', 'x') + end],
  ...['__proto__', 'constructor', 'toString'].map((name) => [
    `a field called ${name}`,
    field(name, 'x') + end,
  ]),
  ['a field that is no JSON and says so', field('a', '{', 'Content-Type: application/json') + end],
  [
    'a field that reaches for the prototype',
    field('a', '{"__proto__":{"b":1}}', 'Content-Type: application/json') + end,
  ],
])('a form with %s is broken, and nothing of it is kept', async (_, body = '', type = form) => {
  const answer = await post(file('first.png') + body, type)
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'upload-broken'])
  expect(await kept()).toEqual([])
})

test.each([
  ['more parts than are taken', field('a', '1').repeat(101) + end, 413, 'upload-refused'],
  ['a field of 70,000 letters', field('a', '1'.repeat(70_000)) + end, 413, 'upload-refused'],
  [
    'a picture with scripts',
    file('a.png').replace(PNG, '<svg onload=a()>') + end,
    415,
    'file-kind',
  ],
  ['a page before the picture', file('a.png').replace(PNG, `<!--${PNG}`) + end, 415, 'file-kind'],
])('a form with %s is refused, and nothing of it is kept', async (_, body, status, code) => {
  const answer = await post(body)
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  expect(await kept()).toEqual([])
})

test('a form that is packed is not read', async () => {
  const answer = await post(file('a.png') + end, form, { 'content-encoding': 'gzip' })
  expect([answer.statusCode, await kept()]).toEqual([415, []])
})

test('a field that is JSON comes as its text', async () => {
  const body = field('a', '{"b":[1]}', 'Content-Type: application/json') + end
  expect((await post(body)).json().fields).toEqual({ a: '{"b":[1]}' })
})
