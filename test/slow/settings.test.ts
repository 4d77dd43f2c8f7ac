import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'

import { givenDatabase } from '../made-app/given-database.ts'
import { type MadeApp, makeApp } from '../made-app/made-app.ts'
import { runProgram } from '../made-app/run-program.ts'
import { startApp } from '../made-app/running-app.ts'

const serve = [process.execPath, '--import', './bin/prepare.js', 'bin/serve.ts']
const region = '  // #endregion elif:routes'
const broken = `  http.get('/broken', async () => {
    throw new Error(\`cannot reach \${config.database.url}\`)
  })
`

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
let app: MadeApp
let url: string

beforeAll(async () => {
  app = await makeApp({ name: 'shop' })
  url = await givenDatabase(app)
  mkdirSync(join(app.root, 'config'))
  app.write('src/app.ts', app.read('src/app.ts').replace(region, broken + region))
  app.write('.env', 'LOG_LEVEL=silent\n')
  for (const profile of ['staging', 'production']) {
    app.write(`.env.${profile}`, `DATABASE_URL=${url}\nLOG_LEVEL=info\n`)
    app.write(`config/${profile}.json`, '{ "database": { "poolSize": 3 } }')
  }
})

test.each(['staging', 'production'])(
  '%s takes its own files, tells callers nothing of an error, and no secret to the log',
  async (profile) => {
    await using running = await startApp(app.with({ NODE_ENV: profile }), serve)
    const { status, type, body } = await running.ask('/broken', { headers: browser })
    expect([status, type]).toEqual([500, 'application/problem+json; charset=utf-8'])
    expect(body).toMatchObject({ detail: 'The server could not complete the request.' })
    await expect.poll(() => running.log()).toContain('cannot reach [secret]')
    expect(running.log()).not.toContain(url)
  },
)

test('development shows the error to a browser, with the lines around it', async () => {
  const own = app.with({ DATABASE_URL: url })
  await using running = await startApp(own, serve)
  const { status, type, body } = await running.ask('/broken', { headers: browser })
  expect([status, type]).toEqual([500, 'text/html; charset=utf-8'])
  expect(body).toMatch(/<h2>src\/app\.ts:\d+<\/h2>/)
  expect(body).toContain('cannot reach [secret]')
  expect(body).not.toContain(url)
  expect(running.log()).toBe('')
})

test('config:explain tells what each profile is set to, and shows no secret', async () => {
  const { output } = await app.mustElif('config:explain', '--profile', 'production')
  expect(output).toMatch(/^NODE_ENV +production +the environment$/m)
  expect(output).toMatch(/^LOG_LEVEL +info +\.env\.production:2\n +over silent from \.env:1$/m)
  expect(output).toMatch(/^DATABASE_URL +\[secret\] +\.env\.production:1$/m)
  expect(output).toMatch(/^DATABASE_POOL_SIZE +3 +config\/production\.json:1$/m)
  expect(output).not.toContain(url)
})

test('what is wrong with the settings is told at once, without a value', async () => {
  app.write('config/test.json', '{ "appSecret": "hidden-in-a-file", "kites": 1, "port": "many" }')
  const environment = { ...app.environment, NODE_ENV: 'test' }
  const [program = '', ...words] = serve
  const { exitCode, output } = await runProgram(program, words, { cwd: app.root, environment })
  expect(exitCode).toBe(1)
  expect(output.trim()).toBe(`The environment is not complete:
  APP_SECRET is a secret, and this file is not: set it in the environment (config/test.json, line 1)
  KITES is no setting of this app (config/test.json, line 1)
  PORT: Invalid input: expected number, received NaN (config/test.json, line 1)
  DATABASE_URL is not set
  APP_SECRET: is shorter than 32 characters (config/test.json, line 1)`)
})
