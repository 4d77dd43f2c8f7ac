import { expect, test } from 'vitest'

import { honest, noon, openWithSessions, tokenOf, write } from '../../../test/open-with-sessions.ts'

const changed = (token: string, at: number) =>
  token.slice(0, at) + (token.at(at) === 'A' ? 'B' : 'A') + token.slice(at + 1)

test.each<[string, (token: string, other: string) => string | undefined]>([
  ['no token', () => undefined],
  ['an empty token', () => ''],
  ['a token of another session', (_, other) => other],
  ['a token whose signature is changed', (token) => changed(token, token.length - 5)],
  ['a token whose salt is changed', (token) => changed(token, token.indexOf('.') + 2)],
  ['a token that would last longer', (token) => `9${token}`],
  ['a token without a signature', (token) => token.split('.', 2).join('.')],
  ['a token with an empty signature', (token) => `${token.split('.', 2).join('.')}.`],
  ['the signature alone', (token) => token.split('.')[2]],
  ['two tokens', (token, other) => `${other}, ${token}`],
  ['something else', () => 'undefined'],
])('a write with %s is refused', async (_, forge) => {
  await using http = openWithSessions()
  const token = forge(await tokenOf(http, 'ann'), await tokenOf(http, 'bob'))
  const answer = await http.inject(
    write({ ...honest, ...(token !== undefined && { 'x-csrf-token': token }) }),
  )
  expect(answer.json()).toMatchObject({
    status: 403,
    code: 'forged',
    detail:
      'This write may be forged. Its header x-csrf-token does not hold a token of this session.',
  })
})

test('a token holds for twelve hours, in this app and while its secret stays', async () => {
  let now = noon
  const clock = { now: () => new Date(now) }
  await using http = openWithSessions({}, clock)
  await using other = openWithSessions({ APP_SECRET: 'another secret of more than 32 characters' })
  const headers = { ...honest, 'x-csrf-token': await tokenOf(http, 'ann') }
  expect((await other.inject(write(headers))).statusCode).toBe(403)
  now += 43_199_999
  expect((await http.inject(write(headers))).statusCode).toBe(200)
  now += 1
  expect((await http.inject(write(headers))).statusCode).toBe(403)
})

test('no two tokens are the same', async () => {
  await using http = openWithSessions()
  expect(await tokenOf(http, 'ann')).not.toBe(await tokenOf(http, 'ann'))
})
