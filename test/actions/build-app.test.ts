import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { buildApp } from '../../src/actions/build-app.ts'
import { diskFiles } from '../../src/files/files.ts'
import { buildText } from '../../src/terminal/build-text.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const manifest = { name: 'shop', elif: '0.1.0', preset: 'api' as const, features: [] }

/** An app whose package.json has these scripts, and what its build prints. */
async function build(scripts: object, { installed = true } = {}) {
  const root = scratchFolder('elif-build-')
  if (installed) mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'package.json'), JSON.stringify({ scripts }))
  const lines: string[] = []
  const app = { root, manifest, files: diskFiles(root) }
  return { built: await buildApp(app, (line) => lines.push(line)), lines }
}

const program = `
const { mkdirSync, writeFileSync } = require('node:fs')
mkdirSync('dist/cache', { recursive: true })
writeFileSync('dist/serve.js', ' '.repeat(1500))
writeFileSync('dist/cache/one', ' '.repeat(2000000))
console.log('bundling')`

test('the app builds itself by its own script, and the answer is what came of it', async () => {
  const { built, lines } = await build({ build: `node -e "${program.replaceAll('\n', ';')}"` })
  expect(lines).toEqual(['bundling'])
  expect(built).toMatchObject({
    directory: 'dist',
    bytes: 2_001_500,
    entries: [
      { path: 'dist/cache', bytes: 2_000_000 },
      { path: 'dist/serve.js', bytes: 1500 },
    ],
  })
  expect(buildText({ ...built, milliseconds: 1234 })).toBe(`Built dist in 1.2 s, 2.0 MB:
  dist/cache     2.0 MB
  dist/serve.js  2 kB`)
})

test('a build that fails is told with what it said', async () => {
  await expect(
    build({ build: `node -e "console.error('no kites');process.exit(3)"` }),
  ).rejects.toMatchObject({
    code: 'build-failed',
    message: 'npm run build ended with 3:\nno kites',
  })
})

test('an app of before has no script to build it, and is told how to get one', async () => {
  await expect(build({ start: 'node .' })).rejects.toMatchObject({
    code: 'build-script-missing',
    hint: expect.stringContaining('./elif upgrade'),
  })
})

test('a script that leaves nothing behind has built nothing', async () => {
  await expect(build({ build: 'node -e 0' })).rejects.toMatchObject({
    message: 'There is no dist: the app has not been built.',
  })
})

test('packages that are not installed are named as the reason', async () => {
  await expect(build({ build: 'node -e 0' }, { installed: false })).rejects.toMatchObject({
    code: 'app-dependencies-missing',
  })
})
