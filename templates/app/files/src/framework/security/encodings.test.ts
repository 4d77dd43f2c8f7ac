import { afterAll, beforeAll, expect, test } from 'vitest'

import { openSockets, post } from '../../../test/raw-socket.ts'

let app: Awaited<ReturnType<typeof openSockets>>
beforeAll(async () => {
  app = await openSockets()
})
afterAll(() => app[Symbol.asyncDispose]())

/** The status, and the body as JSON where there is one. */
async function answerTo(request: string | Buffer) {
  const { statuses, text } = await app.talk(request)
  const body: unknown = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4))
  return { statuses, body }
}

const ask = (target: string, cookie = '') =>
  answerTo(
    Buffer.from(
      `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${cookie === '' ? '' : `Cookie: ${cookie}\r\n`}\r\n`,
      'latin1',
    ),
  )

test.each([
  ['%', 400],
  ['%f', 400],
  ['%zz', 400],
  ['%u0041', 400],
  ['%ff', 400],
  ['%c0%af', 400],
  ['%c0%ae%c0%ae', 400],
  ['%e0%80%af', 400],
  ['%ed%a0%80', 400],
  ['%f5%80%80%80', 400],
  ['%FE%FF%00a', 400],
  ['%C3', 400],
])('the path %s is no text, and refused', async (name, status) => {
  expect((await ask(`/kites/${name}`)).statuses).toEqual([status])
  await app.expectAlive()
})

test.each([
  ['%00', '\0'],
  ['%0d%0aSet-Cookie:%20a=b', '\r\nSet-Cookie: a=b'],
  ['%2e%2e%2f%2e%2e%2fetc%2fpasswd', '../../etc/passwd'],
  ['..%5c..%5cboot.ini', '..\\..\\boot.ini'],
  ['%252e%252e%252f', '%2e%2e%2f'],
  ['a%2fb', 'a/b'],
  ['a%3fb%23c', 'a?b#c'],
  ['%F0%9F%92%A5', '💥'],
  ['%EF%BB%BFa', '\u{feff}a'],
  ['%E2%80%AEa', '\u{202e}a'],
  ['%EF%BC%8F', '／'],
  ['__proto__', '__proto__'],
  ['..;', '..;'],
])('the path %s is one name, read once', async (name, read) => {
  const { statuses, body } = await ask(`/kites/${name}`)
  expect([statuses, body]).toEqual([[200], { params: { name: read }, query: {} }])
})

test.each([
  '/kites/../../etc/passwd',
  '/./kites/a',
  '//kites/a',
  '/KITES/a',
  '/kites/a/',
  '/kites',
])('the path %s is no other way to somewhere', async (path) => {
  expect((await ask(path)).statuses).toEqual([404])
})

test.each([
  ['a=%00', { a: '\0' }],
  ['a=%0d%0ab', { a: '\r\nb' }],
  ['a=%', { a: '%' }],
  ['a=%ff', { a: '%ff' }],
  ['a=%c0%ae', { a: '%c0%ae' }],
  ['a=%ed%a0%80', { a: '%ed%a0%80' }],
  ['a=%u0041', { a: '%u0041' }],
  ['a=+%2B', { a: ' +' }],
  ['a=1&a=2', { a: ['1', '2'] }],
  ['a[]=1', { 'a[]': '1' }],
  ['a[b]=1', { 'a[b]': '1' }],
  ['a;b=1', { 'a;b': '1' }],
  ['=1', { '': '1' }],
  ['a', { a: '' }],
  ['toString=1', { toString: '1' }],
])('the query %s is read as it stands', async (query, read) => {
  const { statuses, body } = await ask(`/kites/a?${query}`)
  expect([statuses, body]).toEqual([[200], { params: { name: 'a' }, query: read }])
})

test.each([
  'a=%00',
  'a=\xff\xfe',
  'a="b',
  '=',
  ';;;',
  'a',
  '__proto__=1',
  'a=b; a=c',
  `a=${'b'.repeat(8000)}`,
])('the cookie %j is no harm', async (cookie) => {
  expect((await ask('/kites/a', cookie)).statuses).toEqual([200])
})

const send = (bytes: Buffer, ...headers: string[]) =>
  answerTo(
    Buffer.concat([
      Buffer.from(post(`Content-Length: ${bytes.length}`, 'Connection: close', ...headers)),
      bytes,
    ]),
  )

test.each([
  ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
  ['UTF-16 with its mark', Buffer.from('\u{feff}{"a":1}', 'utf16le')],
  ['Latin-1', Buffer.from('{"a":"é"}', 'latin1')],
  ['bytes that are no text', Buffer.from('7b2261223a22fffe227d', 'hex')],
  ['overlong UTF-8', Buffer.from('7b2261223a22c0ae227d', 'hex')],
  ['half a surrogate pair in UTF-8', Buffer.from('7b2261223a22eda080227d', 'hex')],
  ['half a letter', Buffer.from('7b2261223a22c3227d', 'hex')],
  ['a null', Buffer.from('{"a":"\0"}')],
  ['a line break in a text', Buffer.from('{"a":"\n"}')],
  ['more than one value', Buffer.from('{"a":1}{"a":2}')],
  ['NaN', Buffer.from('{"a":NaN}')],
  ['a comment', Buffer.from('{/**/"a":1}')],
  ['nothing but space', Buffer.from('  ')],
])('a body with %s is no JSON', async (_, bytes) => {
  const { statuses, body } = await send(bytes)
  expect([statuses, body]).toMatchObject([[400], { code: 'bad-json' }])
  await app.expectAlive()
})
