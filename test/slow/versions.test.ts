import { expect, test } from 'vitest'

import { makeApp } from '../made-app/made-app.ts'

const mounted = `  http.register(
    platform.versions.mount('1', async (v1) => {
      v1.register(products.routes)
    }),
  )
`

test('an API goes from one version to the next and keeps answering the old one', async () => {
  const app = await makeApp()
  await app.mustElif('add', 'versions', '--no-install', '--yes')
  await app.mustElif('make:resource', 'Product', 'name:string', '--yes')
  const empty = await app.elif('version:validate')
  expect([empty.exitCode, empty.stdout]).toEqual([
    2,
    expect.stringContaining('version 1 has no route.'),
  ])

  app.write(
    'src/app.ts',
    app.read('src/app.ts').replace('  http.register(products.routes)\n', mounted),
  )
  await app.mustElif('version:create', '2', '--current', '--yes')
  await app.mustElif('version:migrate', '1', '2', '--yes')
  await app.mustElif('version:deprecate', '1', '--on', '2026-01-01', '--sunset', '2999-12-31')

  const { versions } = JSON.parse((await app.mustElif('version:list', '--json')).stdout)
  expect(versions).toMatchObject([
    { name: '1', state: 'deprecated', sunset: '2999-12-31' },
    { name: '2', state: 'current' },
  ])
  const [first, second]: { routes: string[] }[] = versions
  expect(first?.routes).toContain('GET /v1/products')
  expect(second?.routes).toEqual(first?.routes.map((each) => each.replace('/v1/', '/v2/')))
  await app.mustElif('version:validate')
  await app.npm('typecheck')
  await app.npm('format:check')
})
