import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test, vi } from 'vitest'

import { startDev } from '../../src/actions/dev.ts'
import { findApp } from '../../src/project/find-app.ts'
import { readEnvironment } from '../../src/project/environment.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

async function startWith(dotenv: string) {
  const root = scratchFolder('elif-dev-port-')
  for (const folder of ['bin', 'node_modules']) mkdirSync(join(root, folder))
  writeFileSync(
    join(root, 'elif.json'),
    '{ "name": "shop", "elif": "0.1.0", "preset": "api", "features": [] }',
  )
  writeFileSync(join(root, 'bin/serve.ts'), '')
  writeFileSync(join(root, '.env'), dotenv)
  const environment = () => readEnvironment(root)
  return startDev({ app: await findApp(root, '0.1.0'), environment, emit: () => {} })
}

const hint = 'Correct it there, or choose a port for this run: ./elif dev --port 3000'

test.each(['abc', '65536', '-1', '30.5'])('PORT=%s in .env is refused with its line', (value) =>
  expect(startWith(`HOST=127.0.0.1\nPORT=${value}\n`)).rejects.toMatchObject({
    code: 'dev-port-invalid',
    message: `PORT is "${value}" in .env, and a port is a whole number from 0 to 65535.`,
    hint,
    at: { path: '.env', line: 2 },
  }),
)

test('a PORT of this process that is none is refused, whatever .env says', async () => {
  vi.stubEnv('PORT', 'abc')
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(startWith('PORT=4000\n')).rejects.toMatchObject({
    code: 'dev-port-invalid',
    message: 'PORT is "abc" in the environment, and a port is a whole number from 0 to 65535.',
    hint,
    at: undefined,
  })
})
