import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, inject, test } from 'vitest'

import { killAt, momentsOf } from '../made-app/kill.ts'
import { elifHere, newFolder } from '../made-app/made-app.ts'
import { mustRun, runProgram } from '../made-app/run-program.ts'
import { treeOf } from '../made-app/tree.ts'

const bare = ['--no-install', '--no-git']
const made = ["./elif make:resource Product name:string 'price:decimal(10,2)'", './elif dev']

/** `elif` in a folder, with a git that knows nothing but what `git` says. */
function workplace({ git = '', within = '' } = {}) {
  const folder = newFolder(within)
  const settings = join(newFolder(), 'gitconfig')
  writeFileSync(settings, git)
  const environment = {
    ...inject('environment'),
    GIT_CONFIG_GLOBAL: settings,
    GIT_CONFIG_NOSYSTEM: '1',
  }
  const elif = (words: string[], more: Record<string, string> = {}) =>
    runProgram(process.execPath, [elifHere, ...words], {
      cwd: folder,
      environment: { ...environment, ...more },
    })
  const gitIn = async (cwd: string, ...words: string[]) =>
    (await mustRun('git', words, { cwd: join(folder, cwd), environment })).stdout
  return { folder, environment, elif, git: gitIn }
}

const identity = '[user]\n  name = Test\n  email = test@example.com\n'

test('it ends with the commands to type next, and only those', async () => {
  const { elif } = workplace({ within: 'my apps' })
  expect((await elif(['new', 'shop', ...bare])).stdout).toMatch(
    /^ {2}create {2}\d+ files\nMade shop\. Next:\n\n {2}cd shop\n {2}npm install\n {2}\.\/elif make:resource Product name:string 'price:decimal\(10,2\)'\n {2}\.\/elif dev\n$/,
  )
})

test.each([
  ['shop', 'shop', 'shop'],
  ['apps/shop.api', 'apps/shop.api', 'shop.api'],
  ['@acme/shop', 'shop', '@acme/shop'],
  ['my apps/shop', 'my apps/shop', 'shop'],
])('new %s makes %s for the package %s, and its commands work', async (name, path, title) => {
  const { folder, elif, environment } = workplace()
  const { stdout } = await elif(['new', name, ...bare, '--json'])
  const { result, root, next } = JSON.parse(stdout)
  expect({ result, root }).toEqual({ result: 'applied', root: join(folder, path) })
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(manifest.name).toBe(title)
  const line = [next[0], next.at(-1).replace('dev', 'dev --help')].join(' && ')
  const { stdout: help } = await mustRun('sh', ['-c', line], { cwd: folder, environment })
  expect(help).toMatch(/^Run the app/)
})

test('the folder one stands in becomes the app when it is empty but for git', async () => {
  const { folder, elif } = workplace({ within: 'shop' })
  mkdirSync(join(folder, '.git'))
  const { stdout } = await elif(['new', '.', ...bare, '--json'])
  expect(JSON.parse(stdout).next).toEqual(['npm install', ...made])
  expect(readdirSync(folder)).toContain('elif.json')
})

test('what cannot be is refused with the reason and the way out', async () => {
  const { folder, elif } = workplace()
  await elif(['new', 'shop', ...bare])
  mkdirSync(join(folder, 'full'))
  writeFileSync(join(folder, 'full', 'notes.txt'), '')
  writeFileSync(join(folder, 'file'), '')
  const refused = async (name: string) => (await elif(['new', name, ...bare])).output.split('\n')

  expect((await refused('shop'))[0]).toBe(`Error: ${folder}/shop is an app that elif has made.`)
  expect((await refused('shop/inner'))[0]).toBe(
    `Error: ${folder}/shop/inner lies inside the app ${folder}/shop.`,
  )
  expect((await refused('full')).slice(0, 2)).toEqual([
    `Error: The folder ${folder}/full is not empty: it has notes.txt.`,
    '  Take another name, or empty the folder first; elif overwrites nothing.',
  ])
  expect((await refused('file'))[0]).toBe(
    `Error: ${folder}/file is a file, so no app can lie there.`,
  )
  expect((await refused('My Shop'))[0]).toBe(
    'Error: "My Shop" cannot be the name of an npm package: npm takes lower case only.',
  )
  expect((await refused('My Shop'))[1]).toMatch(/ new my-shop$/)
  expect(readdirSync(folder).toSorted()).toEqual(['file', 'full', 'shop'])
})

test('a repository is made, and its first commit holds all of the app', async () => {
  const { elif, git } = workplace({ git: identity })
  expect((await elif(['new', 'shop', '--no-install'])).exitCode).toBe(0)
  expect(await git('shop', 'log', '--format=%s')).toBe('First commit')
  expect(await git('shop', 'status', '--porcelain')).toBe('')
  expect(await git('shop', 'ls-files', '--stage', 'elif')).toMatch(/^100755 /)
  expect(await git('shop', 'ls-files', '.elif/local', 'node_modules')).toBe('')
})

test('without an identity there is a repository, no commit, and a word about it', async () => {
  const { elif, git } = workplace({ git: '[user]\n  useConfigOnly = true\n' })
  const { exitCode, output } = await elif(['new', 'shop', '--no-install'])
  expect(exitCode).toBe(0)
  expect(output).toContain(
    'git does not know your name yet (user.name, user.email): no first commit was made.',
  )
  expect(await git('shop', 'rev-list', '--all')).toBe('')
})

test('inside a repository none is made', async () => {
  const { folder, elif, git } = workplace({ git: identity })
  await git('', 'init', '--quiet')
  const { exitCode, output } = await elif(['new', 'shop', '--no-install'])
  expect(exitCode).toBe(0)
  expect(output).toContain('The app lies in a git repository already: none was made.')
  expect(readdirSync(join(folder, 'shop'))).not.toContain('.git')
})

test('when npm fails the app stays, and the commands to go on begin with npm', async () => {
  const { folder, elif } = workplace({ git: identity })
  const offline = {
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_cache: newFolder(),
    npm_config_fetch_retries: '0',
  }
  const { exitCode, output } = await elif(['new', 'shop'], offline)
  expect(exitCode).toBe(1)
  expect(output).toContain('npm install --no-audit --no-fund ended with exit code 1.')
  expect(output.slice(output.indexOf('Made shop'))).toBe(
    [
      'Made shop. Next:',
      '',
      '  cd shop',
      '  npm install --no-audit --no-fund',
      '  git init --quiet',
      '  git add --all',
      "  git commit --quiet --message 'First commit'",
      ...made.map((line) => `  ${line}`),
      '',
    ].join('\n'),
  )
  expect(readdirSync(join(folder, 'shop'))).toContain('elif.json')
})

test('--elif lists elif in package.json, by a path that npm reads from the app', async () => {
  const { folder, elif } = workplace()
  await elif(['new', 'apps/shop', '--elif', './elif-0.1.0.tgz', ...bare])
  const manifest = JSON.parse(readFileSync(join(folder, 'apps/shop/package.json'), 'utf8'))
  expect(manifest.devDependencies).toMatchObject({ elif: 'file:../../elif-0.1.0.tgz' })
})

test.each([
  ['api', 'formatter', /standalone|estree|babel/],
  ['minimal', 'formatter and no parser', /standalone|estree|babel|oxc/],
])('the preset %s loads no %s', async (preset, _, late) => {
  const { elif } = workplace()
  const logLoads = join(import.meta.dirname, '../bin/log-loads.js')
  const { output } = await elif(['new', 'shop', '--preset', preset, ...bare], {
    NODE_OPTIONS: `--import ${logLoads}`,
  })
  const loaded = output.split('\n').filter((line) => line.startsWith('file:'))
  expect(loaded.length).toBeGreaterThan(5)
  expect(loaded.filter((url) => late.test(url))).toEqual([])
})

test('a new that was killed in a folder that was there is taken back by the next', async () => {
  const { folder, elif, environment } = workplace()
  const words = ['new', 'shop', ...bare]
  await elif(['new', 'shop', ...bare])
  const whole = treeOf(join(folder, 'shop'), { ledger: false })
  for (const [index, moment] of momentsOf(6, 300).entries()) {
    const cwd = join(folder, `${index}`)
    mkdirSync(join(cwd, 'shop'), { recursive: true })
    const seen = () => readdirSync(join(cwd, 'shop')).length > 0
    await killAt(moment, { words: [elifHere, ...words], cwd, environment, seen })
    const { output } = await runProgram(process.execPath, [elifHere, ...words], {
      cwd,
      environment,
    })
    expect([output, treeOf(join(cwd, 'shop'), { ledger: false })]).toEqual([output, whole])
  }
})
