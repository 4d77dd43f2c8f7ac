import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { fixedClock } from '../clock/clock.ts'
import type { Http } from '../http/server.ts'
import { describeApi } from '../openapi/describe-api.ts'
import type { By } from './asked-version.ts'
import { createVersions, defineVersions } from './versions.ts'

/** What the API is described as, of which the first version ends and the second one is current. */
async function describedBy(by: By) {
  const definitions = defineVersions({
    by,
    current: '2',
    versions: { 1: { deprecated: '2026-06-01' }, 2: {} },
  })
  const versions = createVersions(definitions, fixedClock('2026-11-20T00:00:00Z'))
  await using http = openHttp()
  for (const name of ['1', '2'] as const) {
    const schema = { summary: `Kites of ${name}` }
    const routes = async (scope: Http) => void scope.get('/kites', { schema }, async () => [])
    http.register(versions.mount(name, routes))
  }
  versions.tellApart(http)
  await http.ready()
  return describeApi({ http }).paths
}

test('by path, every version is described, and which of them are deprecated', async () => {
  const paths = await describedBy('path')
  expect(paths['/v1/kites']?.['get']).toMatchObject({ summary: 'Kites of 1', deprecated: true })
  expect(paths['/v2/kites']?.['get']).toMatchObject({ summary: 'Kites of 2' })
  expect(paths['/v2/kites']?.['get']?.deprecated).toBeUndefined()
})

test.each(['header', 'query', 'accept'] as const)(
  'by %s, what the current version answers is described',
  async (by) => {
    const paths = await describedBy(by)
    expect(paths['/kites']?.['get']?.summary).toBe('Kites of 2')
  },
)
