import { describe, expect, test } from 'vitest'

import { readConfig } from '#app/config.ts'
import type { Http } from '#app/framework/http/server.ts'
import { leastEnvironment } from '../../../test/least-environment.ts'
import { openGuarded } from '../../../test/open-guarded.ts'

/** What an app is like where its callers are strangers. */
describe.each(['production', 'staging'])('%s', (profile) => {
  const environment = { NODE_ENV: profile }
  const config = readConfig({ ...leastEnvironment, ...environment })

  test('does not start while nobody has decided who may write', async () => {
    const open = (http: Http) => http.post('/kites', async () => 'made')
    const http = openGuarded(environment, {}, open)
    await expect(http.ready()).rejects.toThrow('POST /kites')
  })

  test('tells nobody what has gone wrong inside', async () => {
    await using http = openGuarded(environment, {}, (scope) => {
      scope.get('/', async () => {
        throw new Error('select * from users at 10.0.0.7')
      })
    })
    const answer = await http.inject({ url: '/', headers: { accept: 'text/html, */*' } })
    expect(answer.json()).toMatchObject({ status: 500, code: 'unforeseen' })
    expect(answer.body).not.toMatch(/users|10\.0|\.ts/)
  })

  test('shows neither its API nor itself', () => {
    expect([config.openApi, config.describe]).toEqual([
      { serve: false },
      { open: false, token: undefined },
    ])
  })

  test('takes so much at once, and no more', async () => {
    const { load, queryLimits, bodyLimit } = config.http
    expect({ ...load, ...queryLimits, bodyLimit }).toEqual({
      requests: 1000,
      wait: 250,
      length: 8192,
      parameters: 100,
      bodyLimit: 1_048_576,
    })
  })

  test('has no value of its own for what it signs with', () => {
    expect(config.security.csrf.key).toBeUndefined()
  })
})
