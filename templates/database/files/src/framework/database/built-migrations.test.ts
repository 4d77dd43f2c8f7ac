import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, inject, test } from 'vitest'

import { bundleProgram } from '../build/bundle-program.ts'
import { migrationStatus } from './migrate.ts'

test('a build has the migrations in itself, and takes those for applied that the sources have applied', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'migrations-'))
  const { server, template } = inject('database')
  const url = Object.assign(new URL(server), { pathname: template }).href
  try {
    await bundleProgram('migrate', { directory, external: [] })
    writeFileSync(join(directory, 'package.json'), '{ "type": "module" }')
    const said = execFileSync(process.execPath, ['migrate.bundle.js', 'status'], {
      cwd: directory,
      env: { DATABASE_URL: url },
      encoding: 'utf8',
    })
    const states = await migrationStatus({ url, directory: 'database/migrations' })
    expect(states.map(({ name }) => `applied ${name}\n`).join('')).toBe(said)
  } finally {
    rmSync(directory, { recursive: true })
  }
})
