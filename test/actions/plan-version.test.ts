import { beforeAll, describe, expect, test } from 'vitest'

import { planAddFeature } from '../../src/actions/add-feature.ts'
import { planMigrateVersion } from '../../src/actions/migrate-version.ts'
import { planCreateVersion, planDeprecateVersion } from '../../src/actions/plan-version.ts'
import { parseManifest } from '../../src/project/manifest.ts'
import { openReaders } from '../../src/source/readers.ts'
import { appInMemory, at } from '../golden/app-in-memory.ts'

beforeAll(openReaders)

async function appWithVersions() {
  const app = await appInMemory()
  const files = app.files()
  const manifest = parseManifest(files.read('elif.json') ?? '')
  app.land(await planAddFeature({ app: { files, manifest }, name: 'versions', install: false, at }))
  return app
}

type App = Awaited<ReturnType<typeof appWithVersions>>

const create = async (app: App, name: string, current = false) =>
  app.land(await planCreateVersion({ files: app.files(), name, current }))

const deprecate = async (app: App, name: string, more: object) =>
  app.land(await planDeprecateVersion({ files: app.files(), name, at, ...more }))

const path = 'src/versions.ts'
const definitions = (app: App) => app.read(path)?.split('defineVersions(')[1]

describe('version:create and version:deprecate', () => {
  test('write into the definitions what is wanted, and a second time nothing', async () => {
    const app = await appWithVersions()
    await create(app, '2', true)
    await create(app, '2027-beta')
    await deprecate(app, '1', { sunset: '2027-06-30', link: "https://example.com/it's" })
    expect(definitions(app)).toBe(`{
  by: 'path',
  current: '2',
  versions: {
    1: { deprecated: '2026-11-20', sunset: '2027-06-30', link: "https://example.com/it's" },
    2: {},
    '2027-beta': {},
  },
})
`)
    const before = app.read(path)
    expect(await create(app, '2', true)).toEqual({})
    expect(await deprecate(app, '1', { sunset: '2027-06-30' })).toEqual({})
    expect(app.read(path)).toBe(before)
  })

  test('a later day replaces an earlier one', async () => {
    const app = await appWithVersions()
    await create(app, '2', true)
    await deprecate(app, '1', { on: '2027-01-01' })
    await deprecate(app, '1', { sunset: '2027-12-31' })
    expect(definitions(app)).toContain(`1: { deprecated: '2027-01-01', sunset: '2027-12-31' },`)
  })

  test.each([
    ['version-unknown', '9', {}],
    ['version-is-current', '2', {}],
    ['version-day-invalid', '1', { on: '2026-02-30' }],
    ['version-day-invalid', '1', { sunset: 'soon' }],
    ['version-days-reversed', '1', { on: '2027-01-01', sunset: '2026-12-31' }],
  ])('refuse with %s what does not fit', async (code, name, more) => {
    const app = await appWithVersions()
    await create(app, '2', true)
    await expect(deprecate(app, name, more)).rejects.toMatchObject({ code })
  })

  test('refuse a name that nobody could ask for, and an app without versions', async () => {
    const app = await appWithVersions()
    await expect(create(app, 'a b')).rejects.toMatchObject({ code: 'version-name-invalid' })
    const without = await appInMemory()
    await expect(create(without, '2')).rejects.toMatchObject({ code: 'versions-missing' })
  })
})

const mounted = `  http.register(
    platform.versions.mount('1', async (v1) => {
      v1.register(products.routes)
      v1.register(orders.routes)
    }),
  )
`

async function appWithRoutes() {
  const app = await appWithVersions()
  await create(app, '2')
  const end = '  // #endregion elif:routes'
  app.write('src/app.ts', (app.read('src/app.ts') ?? '').replace(end, mounted + end))
  return app
}
const migrate = async (app: App, from: string, to: string) =>
  app.land(await planMigrateVersion({ files: app.files(), from, to }))

describe('version:migrate', () => {
  test('lets a version answer what another one answers, once', async () => {
    const app = await appWithRoutes()
    await migrate(app, '1', '2')
    expect(app.read('src/app.ts')).toContain(
      mounted + mounted.replaceAll('v1', 'v2').replace("'1'", "'2'"),
    )
    expect(await migrate(app, '1', '2')).toEqual({})
  })

  test('refuses where there is nothing to take over, or something of its own', async () => {
    const app = await appWithRoutes()
    await expect(migrate(app, '2', '1')).rejects.toMatchObject({ code: 'version-not-mounted' })
    await migrate(app, '1', '2')
    const changed = (app.read('src/app.ts') ?? '').replace('      v2.register(orders.routes)\n', '')
    app.write('src/app.ts', changed)
    await expect(migrate(app, '1', '2')).rejects.toMatchObject({ code: 'version-mounted' })
  })
})
