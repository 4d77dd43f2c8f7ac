import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { expect, test } from 'vitest'

import { scratchFolder } from '../files/scratch-folder.ts'
import { runProgram } from '../made-app/run-program.ts'
import { oldNode } from './old-node.ts'

const root = join(import.meta.dirname, '../..')
const run = join(root, 'bin/run.js')
const cwd = scratchFolder('elif-run-')
const node = (...words: string[]) => runProgram(process.execPath, words, { cwd })

test('--version is answered by one file', async () => {
  const { output, stdout } = await node(
    '--import',
    join(import.meta.dirname, 'log-loads.js'),
    run,
    '--version',
  )
  expect(stdout).toMatch(/^elif\/\d+\.\d+\.\d+ \w+-\w+ node-v\d+\.\d+\.\d+$/)
  // What was loaded is told on the other stream, and either may arrive first.
  const loaded = output.split('\n').filter((line) => line !== stdout)
  expect(loaded).toEqual([pathToFileURL(run).href])
})

test('--version says the same from source and from the bundle', async () => {
  const bundle = await node(run, '--version')
  expect(await node(join(root, 'bin/dev.ts'), '--version')).toEqual(bundle)
})

test('--version --json is one JSON value', async () => {
  const { stdout } = await node(run, '--version', '--json')
  expect(JSON.parse(stdout)).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    platform: process.platform,
    arch: process.arch,
    node: process.version,
  })
})

test.skipIf(oldNode === undefined)('an old Node is told what to do in one sentence', async () => {
  const { exitCode, output } = await runProgram(oldNode ?? '', [run, 'new', 'shop'], { cwd })
  expect(output).toMatch(
    /^elif needs Node 24\.15 or newer and was started with \d+\.\d+\.\d+: install it from https:\/\/nodejs\.org and repeat the command\.$/,
  )
  expect(exitCode).toBe(1)
})

test('in an app that has elif installed, that one runs', async () => {
  const app = join(cwd, 'shop')
  mkdirSync(join(app, 'src'), { recursive: true })
  mkdirSync(join(app, 'node_modules/elif/bin'), { recursive: true })
  writeFileSync(join(app, 'elif.json'), '{}')
  const pinned = "console.log('pinned', ...process.argv.slice(2))\n"
  writeFileSync(join(app, 'node_modules/elif/bin/run.js'), pinned)

  const inside = await runProgram(process.execPath, [run, 'migrate'], { cwd: join(app, 'src') })
  expect(inside.output).toBe('pinned migrate')
})

test.skipIf(process.platform === 'win32').each(['run.js', 'dev.ts'])(
  'a folder that is gone is told in words by %s',
  async (name) => {
    const call = `"${process.execPath}" "${join(root, 'bin', name)}" new shop`
    const gone = `mkdir gone && cd gone && rmdir ../gone && ${call}`
    const { exitCode, output } = await runProgram('sh', ['-c', gone], { cwd })
    expect(output.split('\n')).toEqual([
      'Error: The folder you are in is gone.',
      '  Go to another one (cd ~) and repeat the command.',
      '  (working-folder-gone)',
    ])
    expect(exitCode).toBe(1)
  },
)
