import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { makeApp } from '../made-app/made-app.ts'
import { mustRun } from '../made-app/run-program.ts'

test('a run whose migration is applied is undone after the rollback that undo names', async () => {
  const app = await makeApp({ name: 'shop' })
  const git = (...words: string[]) => mustRun('git', words, { cwd: app.root })
  await git('init', '--quiet')
  await git('add', '--all')
  await app.mustElif('make:resource', 'Kite', 'name:string')
  await app.mustElif('migrate')

  const refused = await app.elif('undo', '--yes')
  expect(refused.exitCode).toBe(1)
  expect(refused.output).toMatch(
    /^Error: The database has the migration \d{8}T\d{6}-create-kites, which would be deleted\.$/m,
  )
  expect(refused.output).toContain('Take it back first: ./elif migrate:rollback --steps 1\n')
  expect(existsSync(join(app.root, 'src/modules/kites'))).toBe(true)

  await app.mustElif('migrate:rollback', '--steps', '1')
  const undone = JSON.parse((await app.mustElif('undo', '--yes', '--json')).stdout)
  expect(undone).toMatchObject({
    result: 'applied',
    run: { title: 'make:resource Kite' },
    left: [],
  })
  const { stdout } = await git('status', '--porcelain', '--untracked-files=all')
  const changed = stdout.split('\n').filter((line) => line && !line.includes(' .elif/runs/'))
  expect(changed.filter((line) => !line.startsWith('A  '))).toEqual([])
  expect(existsSync(join(app.root, 'src/modules'))).toBe(false)
  await app.npm('typecheck')
})

test('a database that cannot be asked stops an undo, until it is left as it is', async () => {
  const made = await makeApp({ name: 'shop' })
  const app = made.with({ DATABASE_URL: 'postgres://127.0.0.1:1/shop' })
  await app.mustElif('make:resource', 'Kite', 'name:string')
  const refused = await app.elif('undo', '--yes')
  expect([refused.exitCode, refused.output]).toEqual([
    1,
    expect.stringContaining('cannot be asked'),
  ])
  const { stdout } = await app.mustElif('undo', '--yes', '--leave-database')
  expect(stdout).toContain('The database was not asked. Where it has ')
})
