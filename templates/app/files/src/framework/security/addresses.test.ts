import pino from 'pino'
import { expect, test } from 'vitest'

import { readConfig } from '#app/config.ts'
import { leastEnvironment } from '../../../test/least-environment.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import { networkOf } from './addresses.ts'

const from = (remoteAddress: string, forwarded?: string) => ({
  url: '/',
  remoteAddress,
  ...(forwarded !== undefined && { headers: { 'x-forwarded-for': forwarded } }),
})

test('what a caller writes into X-Forwarded headers does not count by default', async () => {
  await using http = openGuarded()
  const headers = {
    'x-forwarded-for': '10.0.0.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
    'x-real-ip': '10.0.0.1',
    forwarded: 'for=10.0.0.1;proto=https',
  }
  const answer = await http.inject({ url: '/', headers, remoteAddress: '192.0.2.1' })
  expect(answer.json()).toEqual({ ip: '192.0.2.1', protocol: 'http' })
})

test.each([
  ['a proxy says who asks', '10.1.2.3', '192.0.2.1', '192.0.2.1'],
  ['a proxy in its IPv6 form', '::ffff:10.1.2.3', '192.0.2.1', '192.0.2.1'],
  ['an IPv6 proxy', '2001:db8::7', '192.0.2.1', '192.0.2.1'],
  ['two proxies, one after the other', '10.1.2.3', '192.0.2.1, 10.9.9.9', '192.0.2.1'],
  ['what the caller wrote comes first', '10.1.2.3', '10.0.0.9, 192.0.2.1', '192.0.2.1'],
  ['what the caller wrote is not an address', '10.1.2.3', 'evil, 192.0.2.1', '192.0.2.1'],
  ['a caller that is no proxy', '192.0.2.9', '192.0.2.1', '192.0.2.9'],
  ['a neighbour of the proxies', '11.0.0.1', '192.0.2.1', '11.0.0.1'],
])('%s', async (_, remoteAddress, forwarded, ip) => {
  await using http = openGuarded({ TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::/32' })
  expect((await http.inject(from(remoteAddress, forwarded))).json()).toMatchObject({ ip })
})

test('the log says once that there seems to be a proxy that nobody has named', async () => {
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => lines.push(line) })
  await using http = openGuarded({}, { log })
  for (const forwarded of ['198.51.100.1', '198.51.100.2']) {
    await http.inject(from('192.0.2.1', forwarded))
  }
  const warnings = lines.filter((line) => line.includes('TRUSTED_PROXIES'))
  expect(warnings.map((line) => JSON.parse(line).address)).toEqual(['192.0.2.1'])
})

test.each([
  ['192.0.2.1', 403],
  ['::ffff:192.0.2.1', 403],
  ['::ffff:c000:201', 403],
  ['2001:db8:1::5', 403],
  ['192.0.2.1:4711', 403],
  ['[2001:db8:1::5]:4711', 403],
  ['192.0.3.1', 200],
  ['2001:db9::1', 200],
])('who is denied is refused, the rest is not: %s', async (address, status) => {
  await using http = openGuarded({ IP_DENY: '192.0.2.0/24 2001:db8::/32' })
  expect((await http.inject(from(address))).statusCode).toBe(status)
})

test('a path that cannot be read is no way around the rules for addresses', async () => {
  await using http = openGuarded({ IP_DENY: '192.0.2.0/24' })
  const ask = async (remoteAddress: string) =>
    (await http.inject({ url: '/%zz', remoteAddress })).statusCode
  expect([await ask('192.0.2.1'), await ask('198.51.100.7')]).toEqual([403, 400])
})

test('where some are allowed, others are not, and who is denied is not allowed', async () => {
  await using http = openGuarded({ IP_ALLOW: '192.0.2.0/24, ::1', IP_DENY: '192.0.2.66' })
  const asked = ['192.0.2.1', '::1', '192.0.2.66', '198.51.100.1'].map(async (address) => {
    const answer = await http.inject(from(address))
    return [address, answer.statusCode]
  })
  expect(Object.fromEntries(await Promise.all(asked))).toEqual({
    '192.0.2.1': 200,
    '::1': 200,
    '192.0.2.66': 403,
    '198.51.100.1': 403,
  })
  const spoofed = await http.inject(from('198.51.100.1', '192.0.2.1'))
  expect(spoofed.json()).toMatchObject({ code: 'forbidden' })
})

test.each(['TRUSTED_PROXIES', 'IP_ALLOW', 'IP_DENY'])('%s holds only what can be read', (name) => {
  for (const list of ['localhost', '10.0.0.0/33', '10.0.0.0/', '::1/129', '10.0.0', '1.1.1.1/x']) {
    expect(() => readConfig({ ...leastEnvironment, [name]: list })).toThrow(
      `${name}: has an entry that is neither an address nor a network`,
    )
  }
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['192.0.2.1:4711', '192.0.2.1'],
  ['[2001:db8:1:2::6]:4711', '2001:db8:1:2::/64'],
  ['[::ffff:192.0.2.1]', '192.0.2.1'],
  ['::1', '0:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
