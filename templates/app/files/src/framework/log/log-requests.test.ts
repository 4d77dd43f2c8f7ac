import pino from 'pino'
import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from '../http/server.ts'

function open(logRequests: { share: number; slow: number }, level = 'info') {
  const lines: string[] = []
  const log = pino({ level }, { write: (line: string) => void lines.push(line) })
  const routes = (http: Http) => http.get('/kites', async () => []) && undefined
  const http = openHttp(routes, { logRequests }, { log })

  const logged = async (...paths: string[]) => {
    for (const path of paths) await http.inject(path)
    return lines
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === 'request')
      .map(({ path, status, share }) => [path, status, share])
  }
  return { http, log, logged, [Symbol.asyncDispose]: () => http.close() }
}

test('each request has a line', async () => {
  await using app = open({ share: 1, slow: 1000 })
  expect(await app.logged('/kites?name=A', '/nowhere')).toEqual([
    ['/kites', 200, undefined],
    ['/nowhere', 404, undefined],
  ])
})

test('where no ordinary request is logged, those that fail still are', async () => {
  await using app = open({ share: 0, slow: 1000 })
  expect(await app.logged('/kites', '/nowhere')).toEqual([['/nowhere', 404, undefined]])
})

test('where no ordinary request is logged, those that are slow still are', async () => {
  await using app = open({ share: 0, slow: 0 })
  expect(await app.logged('/kites')).toEqual([['/kites', 200, undefined]])
})

test('a share of the ordinary requests is logged, and says which share it is', async () => {
  await using app = open({ share: 0.5, slow: 1000 })
  const lines = await app.logged(...Array.from({ length: 200 }, () => '/kites'))
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.length).toBeLessThan(180)
  expect(lines[0]).toEqual(['/kites', 200, 0.5])
})

test('at debug every request is logged, also when the level changes while the app runs', async () => {
  await using app = open({ share: 0, slow: 1000 })
  expect(await app.logged('/kites')).toEqual([])
  app.log.level = 'debug'
  expect(await app.logged('/kites')).toEqual([['/kites', 200, undefined]])
})
