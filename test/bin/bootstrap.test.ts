import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { execa } from 'execa'
import { expect, test } from 'vitest'

import { scratchFolder } from '../files/scratch-folder.ts'
import { runProgram } from '../made-app/run-program.ts'
import { oldNode } from './old-node.ts'

const lockfile = (version: string) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/kite': { version } } })

/** A checkout with one dependency and an npm that does what `npm` says. */
function tinyCheckout({ installed, npm = '' }: { installed?: string; npm?: string }) {
  const root = scratchFolder('elif-bootstrap-')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('bin/bootstrap.js', '')
  copyFileSync(join(import.meta.dirname, '../../bin/bootstrap.js'), join(root, 'bin/bootstrap.js'))
  write('package.json', '{ "type": "module", "engines": { "node": ">=24.15" } }')
  write('package-lock.json', lockfile('1.0.0'))
  write(
    'program.ts',
    'console.log(process.argv.slice(2) satisfies string[])\nprocess.exitCode = 3\n',
  )
  write(
    'npm-cli.js',
    `import fs from 'node:fs'\nconsole.log('npm', ...process.argv.slice(2))\n${npm}`,
  )
  if (installed !== undefined) write('node_modules/.package-lock.json', lockfile(installed))
  write('node_modules/kite/package.json', '{}')
  const environment = { npm_execpath: join(root, 'npm-cli.js') }
  const start = (node: string, ...words: string[]) =>
    runProgram(node, ['bin/bootstrap.js', ...words], { cwd: root, environment })
  return { root, write, start }
}

const installs = `fs.writeFileSync('node_modules/.package-lock.json', '${lockfile('1.0.0')}')`
const printed = "[ 'a b', '--flag' ]"

test('with everything there the file runs, with its words and its exit code', async () => {
  const { start } = tinyCheckout({ installed: '1.0.0' })
  const ran = await start(process.execPath, 'program.ts', 'a b', '--flag')
  expect(ran).toMatchObject({ exitCode: 3, output: printed })
})

test.each([
  ['missing', {}],
  ['older than the lockfile', { installed: '0.9.0' }],
])('dependencies that are %s are installed first', async (_, state) => {
  const { start } = tinyCheckout({ ...state, npm: installs })
  const { output, stdout } = await start(process.execPath, 'program.ts', 'a b', '--flag')
  expect(output).toContain(
    'Installing the dependencies (npm ci) ...\nnpm ci --no-audit --no-fund --loglevel=error',
  )
  expect(stdout).toBe(printed)
})

test('an installation that fails stops with what to do', async () => {
  const { start } = tinyCheckout({ npm: 'process.exit(7)' })
  const { exitCode, output } = await start(process.execPath, 'program.ts')
  expect(exitCode).toBe(1)
  expect(output.split('\n').at(-1)).toBe(
    'The dependencies could not be installed: npm ci ended with 7. What it printed above says why; the network may be the reason. Repeat the command then.',
  )
})

test.skipIf(oldNode === undefined)(
  'an old Node runs the one of the npm package, whose blocked install script is run',
  async () => {
    const { start, write } = tinyCheckout({ installed: '1.0.0' })
    write('node_modules/node/package.json', '{ "type": "commonjs" }')
    write(
      'node_modules/node/installArchSpecificPackage.js',
      `const fs = require('fs'); fs.mkdirSync('bin'); fs.symlinkSync('${process.execPath}', 'bin/node')`,
    )
    const first = await start(oldNode ?? '', 'program.ts', 'a b', '--flag')
    expect(first).toMatchObject({ exitCode: 3, stdout: printed })
    expect(first.output).toContain('Fetching Node')
    const second = await start(oldNode ?? '', 'program.ts', 'a b', '--flag')
    expect(second.output).toBe(printed)
  },
)

test.skipIf(oldNode === undefined)('without a new Node it says which one is needed', async () => {
  const { start, write } = tinyCheckout({ installed: '1.0.0' })
  write('node_modules/node/installArchSpecificPackage.js', 'process.exit(1)')
  const { exitCode, output } = await start(oldNode ?? '', 'program.ts')
  expect(exitCode).toBe(1)
  expect(output.split('\n').at(-1)).toMatch(
    /^This needs Node 24\.15 or newer, has \d+\.\d+\.\d+, and npm could not bring it\. Install it from https:\/\/nodejs\.org and repeat the command\.$/,
  )
})

test.skipIf(process.platform === 'win32')(
  'a signal reaches the program, and ends both',
  async () => {
    const { root, write } = tinyCheckout({ installed: '1.0.0' })
    write('waits.ts', "console.log('ready')\nsetInterval(() => {}, 1000)\n")
    const child = execa(process.execPath, ['bin/bootstrap.js', 'waits.ts'], {
      cwd: root,
      reject: false,
    })
    for await (const line of child) {
      if (line === 'ready') child.kill('SIGTERM')
    }
    expect((await child).signal).toBe('SIGTERM')
  },
)
