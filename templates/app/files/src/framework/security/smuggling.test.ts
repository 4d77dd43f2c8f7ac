import { afterAll, beforeAll, expect, test } from 'vitest'

import { get, last, openSockets, post } from '../../../test/raw-socket.ts'

let app: Awaited<ReturnType<typeof openSockets>>
beforeAll(async () => {
  app = await openSockets()
})
afterAll(() => app[Symbol.asyncDispose]())

const chunked = '2\r\n{}\r\n0\r\n\r\n'
const inChunks = post('Transfer-Encoding: chunked')
/** A request that one who reads the length otherwise would answer. */
const hidden = get('/hidden')
const ofHidden = `Content-Length: ${hidden.length}`

/** The connection is closed after the first answer: what follows is not read as a request. */
const refused = [400]

test.each([
  [
    'a length and chunks (CL.TE)',
    `${post('Content-Length: 6', 'Transfer-Encoding: chunked')}0\r\n\r\nG`,
  ],
  [
    'chunks and a length (TE.CL)',
    `${post('Transfer-Encoding: chunked', 'Content-Length: 4')}${chunked}`,
  ],
  [
    'chunks twice, once in disguise (TE.TE)',
    `${post('Transfer-Encoding: chunked', 'Transfer-Encoding: xchunked')}${chunked}`,
  ],
  ...[
    'chunked, chunked',
    'chunked, identity',
    'gzip, chunked',
    'identity',
    'xchunked',
    '"chunked"',
    'chunked;a=b',
    '\vchunked',
    'chunked\0',
    '',
  ].map((coding) => [
    `the coding ${JSON.stringify(coding)}`,
    `${post(`Transfer-Encoding: ${coding}`)}${chunked}`,
  ]),
  ['a space before the colon', `${post('Transfer-Encoding : chunked')}${chunked}`],
  ['a name with a control character', `${post('Transfer\x01-Encoding: chunked')}${chunked}`],
  ['a coding in the next line', `${post('Transfer-Encoding:\r\n chunked')}${chunked}`],
  ['chunks behind a bare line feed', `${post('X: a\nTransfer-Encoding: chunked')}${chunked}`],
  ['chunks behind a bare carriage return', `${post('X: a\rTransfer-Encoding: chunked')}${chunked}`],
  [
    'chunks in HTTP/1.0',
    `${inChunks.replace('1.1', '1.0').replace('Host', 'Connection: keep-alive\r\nHost')}${chunked}`,
  ],
  ...[
    '+2',
    '-2',
    '2.0',
    '2e0',
    '0x2',
    '2,2',
    '2 2',
    '2;',
    '',
    '9'.repeat(30),
    `${2n ** 64n + 2n}`,
  ].map((length) => [
    `the length ${JSON.stringify(length)}`,
    `${post(`Content-Length: ${length}`)}{}`,
  ]),
  ['two lengths', `${post('Content-Length: 2', 'Content-Length: 3')}{}`],
  ['two equal lengths', `${post('Content-Length: 2', 'Content-Length: 2')}{}`],
  ['a length in the next line', `${post('Content-Length:\r\n 2')}{}`],
  ...['0x2', '-2', '+2', '2 ', ' 2', '', 'g', '2\0', 'f'.repeat(18)].map((size) => [
    `a chunk of the size ${JSON.stringify(size)}`,
    `${inChunks}${size}\r\n{}\r\n0\r\n\r\n`,
  ]),
  ['a chunk extension with a line feed', `${inChunks}2;a\nb\r\n{}\r\n0\r\n\r\n`],
  ['a chunk extension with a carriage return', `${inChunks}2;a\rb\r\n{}\r\n0\r\n\r\n`],
  ['a chunk extension without end', `${inChunks}2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`],
  ['chunks that end in line feeds', `${inChunks}2\n{}\n0\n\n`],
  ['a chunk that is longer than it says', `${inChunks}1\r\n{}\r\n0\r\n\r\n`],
  ['a chunk with other bytes behind it', `${inChunks}2\r\n{}XX0\r\n\r\n`],
  ['a chunk with nothing behind it', `${inChunks}2\r\n{}0\r\n\r\n`],
  ['a length in the trailer', `${inChunks}2\r\n{}\r\n0\r\nContent-Length: 9\r\n\r\n`],
  ['a coding in the trailer', `${inChunks}2\r\n{}\r\n0\r\nTransfer-Encoding: chunked\r\n\r\n`],
])('%s is refused, and nothing behind it is answered', async (_, attack = '') => {
  const { statuses, text } = await app.talk(`${attack}${hidden}${last}`)
  expect([statuses, text]).toEqual([refused, expect.stringContaining('"code":"bad-request"')])
  await app.expectAlive()
})

/** What is hidden in each of them is its body: of the requests behind it, only the last one is answered. */
test.each([
  ['a length', [200, 200], `${post('Content-Length: 2')}{}`],
  ['chunks', [200, 200], `${inChunks}${chunked}`],
  ['chunks with an extension', [200, 200], `${inChunks}2;a=b\r\n{}\r\n0\r\n\r\n`],
  ['chunks with a trailer', [200, 200], `${inChunks}2\r\n{}\r\n0\r\nX-Trailer: a\r\n\r\n`],
  ['a coding in capitals', [200, 200], `${post('Transfer-Encoding: CHUNKED')}${chunked}`],
  ['a length with zeros before it', [200, 200], `${post('Content-Length: 0002')}{}`],
  ['a read with a body', [200, 200], `${get('/', ofHidden)}${hidden}`],
  [
    'a body that nobody reads',
    [404, 200],
    `${post(ofHidden).replace('POST /', 'POST /nowhere')}${hidden}`,
  ],
  ['a body of another kind', [415, 200], `${post(ofHidden).replace('/json', '/xml')}${hidden}`],
  ['a body that is no JSON', [400], `${post(ofHidden)}${hidden}`],
  [
    'a method that is not taken',
    [405, 200],
    `${get('/', ofHidden).replace('GET', 'DELETE')}${hidden}`,
  ],
])('%s is taken as one request', async (_, statuses, request) => {
  expect((await app.talk(`${request}${last}`)).statuses).toEqual(statuses)
})

test('what is refused for its form keeps what follows from running', async () => {
  let ran = false
  await using other = await openSockets({}, (http) => {
    http.post('/', { config: { policy: 'public' } }, async () => 'taken')
    http.get('/hidden', async () => (ran = true))
  })
  const { statuses } = await other.talk(
    `${post('Transfer-Encoding: gzip, chunked')}${chunked}${hidden}`,
  )
  expect([statuses, ran]).toEqual([[400], false])
})

test('what follows a body that is too large is not answered', async () => {
  const { statuses } = await app.talk(`${post('Content-Length: 2000000')}${hidden}${last}`)
  expect(statuses).toEqual([413])
  await app.expectAlive()
})
