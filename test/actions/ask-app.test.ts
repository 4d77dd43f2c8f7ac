import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { askApp } from '../../src/actions/ask-app.ts'

const describeRoutes = 'src/framework/http/describe-routes.ts'

const app = {
  'package.json': '{ "type": "module" }',
  'node_modules/.keep': '',
  'src/config.ts': `export const readConfig = () => {
  const url: string = process.env.DATABASE_URL ?? 'none'
  return { url, level: process.env.LOG_LEVEL }
}`,
  'src/platform.ts': 'export const createPlatform = (config: object) => ({ config })',
  'src/app.ts': `export function createApp() {
  console.log('being put together')
  return { http: { after: async () => {} } }
}`,
  [describeRoutes]: 'export const describeRoutes = ({ config }: { config: object }) => [config]',
}

function appWith(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'elif-ask-'))
  for (const [path, text] of Object.entries({ ...app, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

test('asks the code of the app, which needs no database for that', async () => {
  const root = appWith({ '.env': 'DATABASE_URL=' })
  expect(await askApp(root, 'routes')).toEqual([
    { url: 'postgres://nobody@localhost/none', level: 'silent' },
  ])
})

test('the app is asked with its own settings', async () => {
  const root = appWith({ '.env': 'DATABASE_URL=postgres://me@here/shop' })
  expect(await askApp(root, 'routes')).toMatchObject([{ url: 'postgres://me@here/shop' }])
})

test('tells why an app cannot be put together, and where', async () => {
  const thrown = appWith({ 'src/app.ts': "\nthrow new Error('no kites today')" })
  await expect(askApp(thrown, 'routes')).rejects.toMatchObject({
    code: 'app-not-built',
    message: 'The app could not be put together: no kites today',
    at: { path: 'src/app.ts', line: 2 },
  })
  const ended = appWith({ 'src/app.ts': "console.error('gone')\nprocess.exit(3)" })
  await expect(askApp(ended, 'routes')).rejects.toMatchObject({
    message: 'The app could not be put together: gone',
  })
})

test('an app of before has nothing that could answer', async () => {
  const root = mkdtempSync(join(tmpdir(), 'elif-ask-'))
  await expect(askApp(root, 'routes')).rejects.toMatchObject({
    code: 'app-cannot-say',
    message: `This app cannot say what its routes are: there is no ${describeRoutes}.`,
  })
})
