import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { type MadeApp, makeApp } from '../made-app/made-app.ts'
import { treeOf } from '../made-app/tree.ts'

async function examined(app: MadeApp) {
  const { exitCode, stdout } = await app.elif('doctor', '--json')
  const { findings } = JSON.parse(stdout)
  const said = findings.map(
    ({ code, at }: { code: string; at: { path: string; line?: number } }) =>
      `${code} ${[at.path, at.line].filter(Boolean).join(':')}`,
  )
  return { exitCode, said }
}

test('finds nothing in a new app and changes nothing in it', async () => {
  const app = await makeApp({ name: 'shop' })
  const before = treeOf(app.root)
  expect(await examined(app)).toEqual({ exitCode: 0, said: [] })
  expect(treeOf(app.root)).toEqual(before)
  expect((await app.mustElif('doctor')).stdout).toMatch(
    /^Database: shop_\w{6} on the PostgreSQL elif keeps\nNothing is wrong\.$/,
  )
})

test('finds what a new resource leaves to do, and what is broken by hand', async () => {
  const app = await makeApp({ name: 'shop' })
  await app.mustElif('make:resource', 'Product', 'name:string')
  const fresh = await examined(app)
  expect(fresh.exitCode).toBe(2)
  expect(fresh.said).toEqual([
    expect.stringMatching(/^migration-pending database\/migrations\/\w+-create-products\.ts$/),
    'write-open src/modules/products/product-policy.ts:10',
  ])

  await app.mustElif('migrate')
  const policy = 'src/modules/products/product-policy.ts'
  app.write(policy, app.read(policy).replaceAll("'open'", "'public'"))
  expect(await examined(app)).toEqual({ exitCode: 0, said: [] })

  app.write('.env', 'PORT=many\nDATABASE_URL=\n')
  app.write('src/app.ts', app.read('src/app.ts').replace(/.*products\.routes.*\n/, ''))
  expect(await examined(app)).toEqual({
    exitCode: 2,
    said: [
      'environment-invalid .env:1',
      'module-not-registered src/modules/products/products-module.ts',
    ],
  })
})

test('says what is missing where nothing was installed, and where no database answers', async () => {
  const app = await makeApp({ name: 'shop' })
  const away = app.with({ DATABASE_URL: 'postgres://me@127.0.0.1:1/shop' })
  expect(await examined(away)).toEqual({ exitCode: 2, said: ['database-unreachable .env'] })
  rmSync(join(app.root, 'node_modules'), { recursive: true })
  expect(await examined(app)).toEqual({
    exitCode: 2,
    said: ['app-dependencies-missing package.json'],
  })
})
