import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { expect, test } from 'vitest'

import { filesOf, root } from '../architecture/repository.ts'
import { scratchFolder } from '../files/scratch-folder.ts'
import { runProgram } from '../made-app/run-program.ts'
import { commandId, commandRow } from '../../src/cli/command-table.ts'
import { helpText } from '../../src/cli/help.ts'

const cwd = scratchFolder('elif-cli-')
const source = join(root, 'bin/dev.ts')
// The clone may lie beside the folder for temporary files or far away.
const nearer = (path: string) =>
  relative(cwd, path).length < path.length ? relative(cwd, path) : path
const typed = `node ${nearer(join(root, 'bin/bootstrap.js'))} ${nearer(source)}`
const elif = (words: string[], more: { cwd?: string; environment?: Record<string, string> } = {}) =>
  runProgram(process.execPath, [source, ...words], { cwd, ...more })

const paths = filesOf('commands/**/*.ts')
const ids = paths.map((path) => commandId(path.replace('commands/', '')))
const table = Object.fromEntries(
  paths.map((path, index) => [ids[index], commandRow(() => import(join(root, path)))]),
)

test.each(ids)('the help of %s has a summary, every flag and examples', async (id) => {
  const text = await helpText({ id }, table)
  expect(text).toMatch(/^[A-Z].*\.\n\nUsage\n/)
  for (const flag of ['--json', '--quiet', '--verbose', '--no-color', '--help']) {
    expect(text).toContain(flag)
  }
  expect(text).toMatch(/\nExamples\n {2}\S/)
  expect(text).not.toMatch(/undefined|<%|\[object/)
})

test('--verbose says what ran where, and how long it took', async () => {
  const { output } = await elif(['make:contoller', '--verbose'])
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const lines = output.split('\n')
  expect(lines[0]).toBe(`elif ${version}, Node ${process.versions.node}, ${realpathSync(cwd)}`)
  expect(lines.at(-1)).toMatch(/^Took \d+ ms, Node's own start included\.$/)
})

test('an unknown command is told with the nearest one, as it is typed here', async () => {
  expect(await elif(['make:contoller', 'Reports'])).toEqual({
    exitCode: 1,
    stdout: '',
    output: [
      'Error: There is no command "make:contoller".',
      `  Did you mean ${typed} make:controller ?`,
      '  (command-unknown)',
    ].join('\n'),
  })
})

test('a stray word, an unknown flag and a missing argument are told with the way out', async () => {
  const { output: stray, exitCode } = await elif(['migrate', 'statsu'])
  expect(stray).toBe(
    [
      'Error: The command migrate has no use for "statsu".',
      `  Did you mean ${typed} migrate:status ?`,
      '  (argument-extra)',
    ].join('\n'),
  )
  expect(exitCode).toBe(1)
  const { output: flag } = await elif(['new', 'shop', '--no-instal'])
  expect(flag).toBe(
    [
      'Error: The command new has no flag --no-instal.',
      '  Did you mean --no-install ?',
      '  (flag-unknown)',
    ].join('\n'),
  )
  const { output: missing } = await elif(['make:controller'])
  expect(missing).toMatch(
    /^Error: The argument NAME is missing\.\n {2}Usage: .* make:controller NAME/,
  )
})

test('a value that a flag cannot take is told with what it can', async () => {
  const { output } = await elif(['migrate', '--steps', 'abc'])
  expect(output).toBe(
    [
      'Error: --steps: Expected an integer but received: abc.',
      `  Usage: ${typed} migrate`,
      `  Its flags: ${typed} migrate --help`,
      '  (argument-invalid)',
    ].join('\n'),
  )
})

test.each([
  ['check --only custom:a', '--only means nothing without --base.', 'flag-alone'],
  ['doctor --dry-run', '--dry-run means nothing without --fix.', 'flag-alone'],
  ['make:module a --plan --yes', '--yes and --plan exclude each other.', 'flags-exclusive'],
])('tells flags that do not fit together: %s', async (words, says, code) => {
  const { exitCode, stdout } = await elif([...words.split(' '), '--json'])
  expect(JSON.parse(stdout).error).toMatchObject({ code, says })
  expect(exitCode).toBe(1)
})

test('help is one JSON value with --json', async () => {
  const { stdout } = await elif(['make', '--json', '--help'])
  expect(JSON.parse(stdout)).toEqual({ help: (await elif(['make', '--help'])).stdout + '\n' })
})

test('a flag that means something of its own in a command says so in its help', async () => {
  const text = await helpText({ id: 'dev' }, table)
  expect(text).toContain('--json      Print each event as a line of JSON.')
})

test('the version is one JSON value with --json', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { stdout } = await elif(['--version', '--json'])
  expect(JSON.parse(stdout)).toEqual({ version })
})

test('--json prints one JSON value for faults as well, and nothing else on stdout', async () => {
  const { exitCode, stdout, output } = await elif(['migrate', '--json'])
  expect(JSON.parse(stdout)).toEqual({
    error: {
      code: 'app-missing',
      says: `There is no app here: neither ${cwd} nor a folder above has elif.json.`,
      hint: `Go into the folder of an app, or make one: ${typed} new shop`,
    },
  })
  expect(output).toBe(stdout)
  expect(exitCode).toBe(1)
})

test('colour is printed where it is wanted, and never with --no-color or NO_COLOR', async () => {
  const wanted = { FORCE_COLOR: '1' }
  const escape = '\u001B['
  expect((await elif(['--help'], { environment: wanted })).output).toContain(escape)
  expect((await elif(['--help', '--no-color'], { environment: wanted })).output).not.toContain(
    escape,
  )
  const without = { NO_COLOR: '1' }
  expect((await elif(['--help'], { environment: without })).output).not.toContain(escape)
})

test('without a terminal a missing NAME is a fault, not a question', async () => {
  const { exitCode, output } = await elif(['new'])
  expect(output).toBe(
    [
      'Error: The argument NAME is missing.',
      `  Usage: ${typed} new NAME`,
      '  (argument-missing)',
    ].join('\n'),
  )
  expect(exitCode).toBe(1)
})

test('a name that cannot be used is told with one that can be pasted', async () => {
  const { output } = await elif(['new', 'my shops/Tea Shop'])
  expect(output).toContain(`Take another one: ${typed} new 'my shops/tea-shop'`)
})

test('an elif.json that says something else names every fault with its place', async () => {
  const app = join(cwd, 'broken')
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'elif.json'), '{ "name": "shop", "elif": "0.1.0", "preset": "web" }')
  const { stdout } = await elif(['migrate', '--json'], { cwd: app })
  expect(JSON.parse(stdout).error).toMatchObject({
    code: 'manifest-invalid',
    at: { path: join(app, 'elif.json') },
    says: expect.stringMatching(/preset: .*; features: /),
  })
})
