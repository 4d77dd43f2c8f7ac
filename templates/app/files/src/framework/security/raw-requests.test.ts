import { afterAll, beforeAll, expect, test } from 'vitest'

import { get, last, openSockets, post } from '../../../test/raw-socket.ts'

let app: Awaited<ReturnType<typeof openSockets>>
beforeAll(async () => {
  app = await openSockets()
})
afterAll(() => app[Symbol.asyncDispose]())

const length = 'Content-Length: 2'
const withHost = (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`
const line = (text: string) => `${text}\r\nHost: shop.example\r\nConnection: close\r\n\r\n`
const many = (count: number, header: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => header(index))

test.each([
  ['two hosts', get('/', 'Host: evil.example')],
  ['two hosts, one in other letters', get('/', 'HOST: evil.example')],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['two credentials', get('/', 'Authorization: Bearer 1', 'Authorization: Bearer 2')],
  ['two types', `${post(length, 'Content-Type: text/plain')}{}`],
  ...[
    '',
    'a b',
    'a@evil.example',
    'a/evil',
    'a?b',
    'a#b',
    'a\\b',
    '<script>',
    '[::1',
    'a, b',
    'a:port',
    'a:123456',
    'ü',
    '%00',
  ].map((host) => [`the host ${JSON.stringify(host)}`, withHost(host)]),
  ['a space before the colon', get('/', 'X-Name : a')],
  ['a header that goes on in the next line', get('/', 'X-Name: a', ' b')],
  ['a first header that begins with a space', get('/').replace('Host', ' Host')],
  ['a header without a name', get('/', ': a')],
  ['a header without a colon', get('/', 'X-Name')],
  ['a null in a value', get('/', 'X-Name: a\0b')],
  ['a null in a name', get('/', 'X\0Name: a')],
  ['a bare line feed in a value', get('/', 'X-Name: a\nX-Other: b')],
  ['a bare carriage return in a value', get('/', 'X-Name: a\rX-Other: b')],
  ['line feeds alone', get('/').replaceAll('\r\n', '\n')],
  ['carriage returns alone', get('/').replaceAll('\r\n', '\r')],
])('a request with %s is refused', async (_, request = '') => {
  const { statuses, text } = await app.talk(`${request}${last}`)
  expect([statuses, text]).toEqual([[400], expect.stringContaining('"code":"bad-request"')])
  await app.expectAlive()
})

test.each([
  ['another address in the target', line('GET http://evil.example/ HTTP/1.1'), 400],
  ['its own address in the target', line('GET http://shop.example/ HTTP/1.1'), 400],
  ['credentials in the target', line('GET http://a:b@shop.example/ HTTP/1.1'), 400],
  ['an authority as its target', line('GET shop.example:443 HTTP/1.1'), 400],
  ['a star as its target', line('GET * HTTP/1.1'), 400],
  ['a star as its target, for its options', line('OPTIONS * HTTP/1.1'), 400],
  ['a file as its target', line('GET file:///etc/passwd HTTP/1.1'), 400],
  ['a script as its target', line('GET javascript:alert(1) HTTP/1.1'), 400],
  ['a target without a slash', line('GET kites HTTP/1.1'), 400],
  ['a fragment in its target', line('GET /#/admin HTTP/1.1'), 400],
  ['a space in its target', line('GET /a b HTTP/1.1'), 400],
  ['a null in its target', line('GET /\0 HTTP/1.1'), 400],
  ['letters that are not ASCII in its target', line('GET /ü HTTP/1.1'), 400],
  ['two slashes and another host', line('GET //evil.example/ HTTP/1.1'), 404],
  ['a backslash and another host', line('GET /\\evil.example HTTP/1.1'), 404],
  ['a target of 20,000 characters', line(`GET /${'a'.repeat(20_000)} HTTP/1.1`), 431],
  ['a target of 15,000 characters', line(`GET /${'a'.repeat(15_000)} HTTP/1.1`), 404],
  ['a query of 9,000 characters', line(`GET /?${'a'.repeat(9000)} HTTP/1.1`), 414],
  ['200 parameters', line(`GET /?${'a&'.repeat(200)} HTTP/1.1`), 400],
  ['tabs between its parts', line('GET\t/\tHTTP/1.1'), 400],
  ['no version', 'GET /\r\n\r\n', 400],
  ['another protocol', line('GET / ICY/1.1'), 400],
  ['a protocol in small letters', line('GET / http/1.1'), 400],
  ['the version 1.2', line('GET / HTTP/1.2'), 400],
  ['the version 2.0', line('GET / HTTP/2.0'), 400],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['the first bytes of TLS', Buffer.from('16030100c8010000c40303', 'hex').toString('latin1'), 400],
  ['TRACE', line('TRACE / HTTP/1.1'), 405],
  ['a method of WebDAV', line('PROPFIND / HTTP/1.1'), 405],
  ['PURGE', line('PURGE / HTTP/1.1'), 405],
  ['a method that is not known', line('STEAL / HTTP/1.1'), 400],
  ['a method in small letters', line('get / HTTP/1.1'), 400],
  ['a method of 20,000 letters', line(`${'A'.repeat(20_000)} / HTTP/1.1`), 400],
  ['2,000 headers', get('/', ...many(2000, (index) => `X-${index}: 1`)), 431],
  ['3,000 headers of one letter', get('/', ...many(3000, () => 'a:')), 431],
  ['a header of 20,000 characters', get('/', `X-Name: ${'a'.repeat(20_000)}`), 431],
  ['a name of 20,000 characters', get('/', `${'X'.repeat(20_000)}: a`), 431],
  [
    'a trailer of 40,000 bytes',
    `${post('Transfer-Encoding: chunked')}0\r\n${'X-Trailer: a\r\n'.repeat(3000)}\r\n`,
    431,
  ],
])('a request with %s is answered as it deserves', async (_, request, status) => {
  const { statuses } = await app.talk([request], 5)
  expect(statuses).toEqual([status])
  await app.expectAlive()
})

test('nobody is connected to somewhere else', async () => {
  const request = 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'
  expect(await app.talk(request)).toEqual({ statuses: [], text: '' })
  await app.expectAlive()
})

test.each(['shop.example', 'shop_1.example:8080', '127.0.0.1:3000', '[::1]:3000'])(
  'a request for the host %s is taken',
  async (host) => {
    const { statuses } = await app.talk(`${withHost(host)}${last}`)
    expect(statuses).toEqual([200, 200])
  },
)

test('a header may hold letters that are not ASCII', async () => {
  const { statuses } = await app.talk(`${get('/', 'X-Name: Müller 💥')}${last}`)
  expect(statuses).toEqual([200, 200])
})
