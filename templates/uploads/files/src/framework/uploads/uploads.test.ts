import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request as send } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { acceptUploads, receiveUploads } from './receive-uploads.ts'
import { createUploads } from './uploads.ts'

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5000, 7)])
const SCRIPT = Buffer.from('<script>alert(1)</script>')

/** A server that takes pictures of at most 6000 bytes, two at once. */
async function openPictures() {
  const directory = await mkdtemp(join(tmpdir(), 'uploads-'))
  const uploads = createUploads({ directory, maxBytes: 6000, maxFiles: 2 })
  const http = openHttp(async (scope) => {
    await acceptUploads(scope, uploads)
    scope.post('/pictures', async (request) => receiveUploads(request, uploads, ['image/png']))
  })
  http.post('/elsewhere', async () => 'taken')
  return {
    http,
    uploads,
    post: (form: FormData, url = '/pictures') => inject(http, form, url),
    kept: () => readdir(directory),
    async [Symbol.asyncDispose]() {
      await http.close()
      await rm(directory, { recursive: true })
    },
  }
}

async function inject(http: ReturnType<typeof openHttp>, form: FormData, url: string) {
  const body = new Response(form)
  const headers = { 'content-type': body.headers.get('content-type') ?? '' }
  const payload = Buffer.from(await body.arrayBuffer())
  return http.inject({ method: 'POST', url, headers, payload })
}

function formOf(...files: { bytes: Buffer; name?: string; type?: string }[]) {
  const form = new FormData()
  form.set('title', 'Kites')
  for (const { bytes, name = 'kite.png', type = 'image/png' } of files) {
    form.append('picture', new Blob([new Uint8Array(bytes)], { type }), name)
  }
  return form
}

test('a file is kept under an id of ours, whole, and can be read and removed', async () => {
  await using app = await openPictures()
  const answer = (await app.post(formOf({ bytes: PNG, name: '../../etc/passwd' }))).json()
  const [file] = answer.files
  expect(answer).toEqual({
    files: [
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        kind: 'image/png',
        bytes: PNG.length,
        field: 'picture',
        name: 'passwd',
      },
    ],
    fields: { title: 'Kites' },
  })
  expect(await app.kept()).toEqual([file.id])
  expect((await buffer(app.uploads.open(file.id))).equals(PNG)).toBe(true)
  await app.uploads.remove(file.id)
  expect(await app.kept()).toEqual([])
})

test.each([
  ['what another file is, whatever it is called', formOf({ bytes: SCRIPT }), 415, 'file-kind'],
  ['an empty file', formOf({ bytes: Buffer.alloc(0) }), 415, 'file-kind'],
  ['a file that is too large', formOf({ bytes: Buffer.concat([PNG, PNG]) }), 413, 'file-too-large'],
  [
    'more files than are taken',
    formOf({ bytes: PNG }, { bytes: PNG }, { bytes: PNG }),
    413,
    'upload-refused',
  ],
  [
    'a good file together with a bad one',
    formOf({ bytes: PNG }, { bytes: SCRIPT }),
    415,
    'file-kind',
  ],
])('%s is refused, and nothing of it is kept', async (_, form, status, code) => {
  await using app = await openPictures()
  const answer = await app.post(form)
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  expect(await app.kept()).toEqual([])
})

test('a body that is no form, and a form that does not end, are the fault of the caller', async () => {
  await using app = await openPictures()
  const json = await app.http.inject({ method: 'POST', url: '/pictures', payload: { a: 1 } })
  expect([json.statusCode, json.json().code]).toEqual([415, 'not-multipart'])

  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const payload = '--x\r\ncontent-disposition: form-data; name="picture"; filename="a.png"\r\n\r\n'
  const cut = await app.http.inject({ method: 'POST', url: '/pictures', headers, payload })
  expect([cut.statusCode, cut.json().code]).toEqual([400, 'upload-broken'])
  expect(await app.kept()).toEqual([])
})

test('routes elsewhere do not read forms', async () => {
  await using app = await openPictures()
  const answer = await app.post(formOf({ bytes: PNG }), '/elsewhere')
  expect(answer.statusCode).toBe(415)
})

test('nothing is kept of a file whose sender hangs up', async () => {
  await using app = await openPictures()
  const address = await app.http.listen({ host: '127.0.0.1', port: 0 })
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const request = send(`${address}/pictures`, { method: 'POST', headers }).on('error', () => {})
  request.write(
    '--x\r\ncontent-disposition: form-data; name="picture"; filename="a.png"\r\n' +
      'content-type: image/png\r\n\r\n',
  )
  request.write(PNG)
  await expect.poll(app.kept).toEqual([expect.stringMatching(/\.part$/)])
  request.destroy()
  await expect.poll(app.kept).toEqual([])
})

test('an id that a caller makes up is no path', async () => {
  await using app = await openPictures()
  expect(() => app.uploads.open('../secret')).toThrow('no id of an upload')
})
