import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { staticFiles } from './static-files.ts'

/** A folder with a page, a script with a fingerprint and a hidden file; a secret lies beside it. */
async function openFolder() {
  const place = await mkdtemp(join(tmpdir(), 'static-'))
  const directory = join(place, 'public')
  await mkdir(join(directory, 'pages'), { recursive: true })
  await writeFile(join(directory, 'pages/hello.txt'), 'Hello, kites!')
  await writeFile(join(directory, 'app-3f9ac2d1.js'), 'fly()')
  await writeFile(join(directory, '.env'), 'KEY=1')
  await writeFile(join(place, 'secret.txt'), 'not yours')
  const http = openHttp(staticFiles({ directory, prefix: '/assets/', maxAge: 300 }))
  return {
    directory,
    get: (url: string, headers = {}) => http.inject({ method: 'GET', url, headers }),
    head: (url: string) => http.inject({ method: 'HEAD', url }),
    async [Symbol.asyncDispose]() {
      await http.close()
      await rm(place, { recursive: true })
    },
  }
}

test('a file is served with its type, its length and how long it may be kept', async () => {
  await using folder = await openFolder()
  const answer = await folder.get('/assets/pages/hello.txt', { accept: 'text/plain' })
  expect(answer.body).toBe('Hello, kites!')
  expect(answer.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-length': '13',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=300',
  })
  const head = await folder.head('/assets/pages/hello.txt')
  expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', '13'])
})

test('a name with a fingerprint may be kept for ever', async () => {
  await using folder = await openFolder()
  const { headers } = await folder.get('/assets/app-3f9ac2d1.js')
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('who has a file already is told so', async () => {
  await using folder = await openFolder()
  const { headers } = await folder.get('/assets/pages/hello.txt')
  const again = await folder.get('/assets/pages/hello.txt', { 'if-none-match': headers.etag })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('a part of a file is served by its range, and no part that it does not have', async () => {
  await using folder = await openFolder()
  const part = await folder.get('/assets/pages/hello.txt', { range: 'bytes=7-11' })
  expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
    206,
    'kites',
    'bytes 7-11/13',
  ])
  const beyond = await folder.get('/assets/pages/hello.txt', { range: 'bytes=50-60' })
  expect([beyond.statusCode, beyond.json().code, beyond.headers['content-range']]).toEqual([
    416,
    'range-outside',
    'bytes */13',
  ])
})

test.each([
  '/assets/../secret.txt',
  '/assets/..%2fsecret.txt',
  '/assets/%2e%2e/secret.txt',
  '/assets/pages/..%5c..%5c..%5csecret.txt',
  '/assets//etc/passwd',
  '/assets/pages%00/hello.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/assets/%252e%252e/secret.txt',
  '/assets/..;/secret.txt',
  '/assets/%2fetc%2fpasswd',
  '/assets/pages/hello.txt%20',
  '/assets/pages/hello.txt/',
  '/assets/PAGES/hello.txt.',
  '/assets/.env',
  '/assets/pages/../.env',
  '/assets/%2eenv',
  `/assets/${'a/'.repeat(2000)}`,
  `/assets/${'a'.repeat(300)}`,
  '/assets/pages',
  '/assets/pages/',
  '/assets/',
  '/assets/missing.txt',
])('%s is not there', async (url) => {
  await using folder = await openFolder()
  const answer = await folder.get(url)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    404,
    expect.stringContaining('application/problem+json'),
  ])
  expect(answer.body).not.toContain('not yours')
})

test.skipIf(process.platform === 'win32')(
  'a link is followed, but not out of the folder',
  async () => {
    await using folder = await openFolder()
    await symlink('pages/hello.txt', join(folder.directory, 'within.txt'))
    await symlink('../secret.txt', join(folder.directory, 'file.txt'))
    await symlink('..', join(folder.directory, 'folder'))
    expect((await folder.get('/assets/within.txt')).body).toBe('Hello, kites!')
    for (const url of ['/assets/file.txt', '/assets/folder/secret.txt']) {
      expect((await folder.get(url)).statusCode).toBe(404)
    }
  },
)

test.each([
  ['bytes=0-0', 206, 'H'],
  ['bytes=-6', 206, 'kites!'],
  ['bytes=-99', 200, 'Hello, kites!'],
  ['bytes=-0', 416, undefined],
  ['bytes=7-', 206, 'kites!'],
  ['bytes=7-999999999999999999999', 206, 'kites!'],
  [`bytes=${'0-,'.repeat(1000)}0-`, 206, 'Hello, kites!'],
  ['bytes=0-1,5-6', 200, 'Hello, kites!'],
  ['lines=0-1', 200, 'Hello, kites!'],
  ['bytes=5-2', 416, undefined],
  ['bytes=13-', 416, undefined],
  ['bytes=--1', 416, undefined],
  ['bytes=a-b', 416, undefined],
])('the range %s is answered with %i', async (range, status, body) => {
  await using folder = await openFolder()
  const answer = await folder.get('/assets/pages/hello.txt', { range })
  expect([answer.statusCode, status === 416 ? undefined : answer.body]).toEqual([status, body])
})
