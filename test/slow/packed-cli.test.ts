import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

import { beforeAll, expect, inject, test } from 'vitest'

import { planSchema } from '../../src/recipe/plan-schema.ts'
import { filesOf, root } from '../architecture/repository.ts'
import { oldNode } from '../bin/old-node.ts'
import { newFolder } from '../made-app/made-app.ts'
import { mustRun, runProgram } from '../made-app/run-program.ts'

const bare = ['--no-install', '--no-git']
const environment = { ...inject('environment') }
let packed: string[]
let tarball: string
let elifts: string

/** What a user has after `npm install --global`: another folder, no sources, no dependencies of ours. */
beforeAll(async () => {
  const place = newFolder()
  const words = ['pack', '--json', '--pack-destination', place]
  const { stdout } = await mustRun('npm', words, { cwd: root, environment })
  const [report] = Object.values(JSON.parse(stdout.slice(stdout.search(/^[[{]/m))))
  const { files, filename } = report as { files: { path: string }[]; filename: string }
  packed = files.map(({ path }) => path)
  tarball = join(place, filename)
  const prefix = join(place, 'global')
  const install = ['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund']
  await mustRun('npm', [...install, '--prefer-offline', tarball], { cwd: place, environment })
  elifts = join(prefix, 'bin', 'elifts')
})

const withNode = (node: string) => ({
  ...environment,
  PATH: [dirname(node), process.env['PATH']].join(delimiter),
})
const call = (words: string[], cwd: string) =>
  runProgram(elifts, words, { cwd, environment: withNode(process.execPath) })

test('the package holds the bundle, the launcher scripts, every template file and nothing else', () => {
  const templates = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' })
    .map((path) => `templates/${path}`)
    .filter((path) => /^templates\/[^/]+\/(files\/|README\.md$)/.test(path))
    .filter((path) => statSync(join(root, path)).isFile())
  const plain = packed.filter((path) => !path.startsWith('dist/'))
  expect(plain.toSorted()).toEqual(
    ['LICENSE', 'README.md', 'bin/run.js', 'package.json', ...templates].toSorted(),
  )
  const built = ['dist/main.js', 'dist/keeper.js', 'dist/plan.schema.json']
  expect(packed).toEqual(expect.arrayContaining(built))
  const schema = readFileSync(join(root, 'dist/plan.schema.json'), 'utf8')
  expect(JSON.parse(schema)).toEqual(planSchema())
})

test('installed globally it says its version and its commands', async () => {
  const cwd = newFolder()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const said = await call(['--version'], cwd)
  expect(said.output).toBe(
    `elif/${version} ${process.platform}-${process.arch} node-${process.version}`,
  )
  const help = await call(['--help'], cwd)
  expect(help.output).toContain('\n  elifts COMMAND [ARGUMENTS] [FLAGS]\n')
  for (const path of filesOf('commands/**/*.ts')) {
    const id = path.replace('commands/', '').replace('.ts', '').replaceAll('/', ':')
    expect(help.output).toMatch(new RegExp(`^ {2}${id} `, 'm'))
    expect((await call([id, '--help'], cwd)).output).toMatch(/\nExamples\n {2}elifts /)
  }
})

test('it makes an app whose launcher finds it again', async () => {
  const place = newFolder()
  const made = await call(['new', 'shop', ...bare], place)
  expect(made.exitCode).toBe(0)
  const app = join(place, 'shop')
  expect(statSync(join(app, 'elif')).mode & 0o111).toBe(0o111)

  const words = ['make:resource', 'Product', 'name:string', 'price:decimal(10,2)', '--json']
  const resource = await mustRun('./elif', words, {
    cwd: app,
    environment: withNode(process.execPath),
  })
  expect(JSON.parse(resource.stdout)).toMatchObject({ result: 'applied' })
  const again = await call(['make:controller', 'Reports'], join(app, 'src'))
  expect(again.output).toMatch(/Applied\.$/)
  const typo = await call(['make:contoller'], join(app, 'src'))
  expect(typo.output).toContain('Did you mean ../elif make:controller ?')
})

test.skipIf(oldNode === undefined)('on an old Node it says which one it needs', async () => {
  const where = { cwd: newFolder(), environment: withNode(oldNode ?? '') }
  const { exitCode, output } = await runProgram(elifts, ['new', 'shop'], where)
  expect(output).toMatch(/^elif needs Node 24\.15 or newer and was started with \d+\.\d+\.\d+: /)
  expect(exitCode).toBe(1)
})

test.skipIf(oldNode === undefined)(
  'an app made with a new Node is worked on with an old one',
  async () => {
    const place = newFolder()
    await call(['new', 'shop', ...bare], place)
    const where = { cwd: join(place, 'shop'), environment: withNode(oldNode ?? '') }
    const { output } = await mustRun('./elif', ['make:module', 'catalog'], where)
    expect(output).toMatch(/Applied\.$/)
  },
)

test('an app that lists elif is served by its own copy', async () => {
  const place = newFolder()
  await call(['new', 'shop', ...bare, '--elif', tarball], place)
  const app = join(place, 'shop')
  const only = ['install', '--no-audit', '--no-fund', '--prefer-offline']
  await mustRun('npm', only, { cwd: app, environment })
  const own = join(app, 'node_modules/elif')
  chmodSync(join(own, 'bin/run.js'), 0o755)
  mkdirSync(join(app, 'notes'))
  const logLoads = join(root, 'test/bin/log-loads.js')
  const { output } = await runProgram(elifts, ['migrate', '--help'], {
    cwd: join(app, 'notes'),
    environment: { ...withNode(process.execPath), NODE_OPTIONS: `--import ${logLoads}` },
  })
  expect(output).toContain(`${own}/dist/main.js`)
  expect(output).toContain('../elif migrate')
})
