import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { startApp } from '../../src/actions/start-app.ts'
import { diskFiles } from '../../src/files/files.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const manifest = { name: 'shop', elif: '0.1.0', preset: 'api' as const, features: [] }

/** A built app that writes down what it is given and ends with 5; `later` is changed after the build. */
function built({ program = writes, later = [] as string[] } = {}) {
  const root = scratchFolder('elif-start-')
  mkdirSync(join(root, 'dist'))
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'package.json'), '{}')
  writeFileSync(join(root, 'src/app.ts'), '')
  writeFileSync(join(root, 'src/app.test.ts'), '')
  writeFileSync(join(root, 'dist/serve.js'), program)
  utimesSync(join(root, 'package.json'), 1, 1)
  for (const path of ['src/app.ts', 'src/app.test.ts']) {
    const moment = later.includes(path) ? new Date(Date.now() + 60_000) : new Date(0)
    utimesSync(join(root, path), moment, moment)
  }
  return { root, manifest, files: diskFiles(root) }
}

const writes = `
const { PORT, WORKERS } = process.env
require('node:fs').writeFileSync('given', JSON.stringify({ PORT, WORKERS }))
process.exitCode = 5`

async function start(
  app: ReturnType<typeof built>,
  asked: { port?: number; workers?: string } = {},
) {
  const hints: string[] = []
  const onHint = (hint: string) => hints.push(hint)
  const exitCode = await startApp({ app, environment: {}, onHint, ...asked })
  return { exitCode, hints, given: readFileSync(join(app.root, 'given'), 'utf8') }
}

test('the built app gets the port and the workers, and its exit code is the answer', async () => {
  expect(await start(built(), { port: 4711, workers: 'auto' })).toEqual({
    exitCode: 5,
    hints: [],
    given: '{"PORT":"4711","WORKERS":"auto"}',
  })
})

test('sources that are newer than the build are told, and tests are none', async () => {
  const { hints } = await start(built({ later: ['src/app.ts', 'src/app.test.ts'] }))
  expect(hints).toEqual(['src/app.ts is newer than the build, which is what runs.'])
  expect((await start(built({ later: ['src/app.test.ts'] }))).hints).toEqual([])
})

test('an app that a signal has ended answers as a shell would', async () => {
  const app = built({ program: `${writes}\nprocess.kill(process.pid, 'SIGKILL')` })
  expect((await start(app)).exitCode).toBe(137)
})

test.each(['0', '257', 'many', '1.5'])('%s is no number of workers', async (workers) => {
  await expect(start(built(), { workers })).rejects.toMatchObject({ code: 'workers-invalid' })
})

test('what was not built cannot be started', async () => {
  const root = scratchFolder('elif-start-')
  await expect(start({ root, manifest, files: diskFiles(root) })).rejects.toMatchObject({
    code: 'build-missing',
    hint: 'Run: ./elif build',
  })
})
