import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { filesOf, root } from '../architecture/repository.ts'
import { commandsIn } from './commands-in.ts'
import { complaint, isInstalled, shells, unquotedPattern } from './shells.ts'

const pages = filesOf('*.md', 'templates/**/*.md', 'templates/**/*.md.ejs')
const manifests = filesOf(
  'package.json',
  'templates/**/package.json',
  'templates/**/package.json.ejs',
)

const documented = pages.flatMap((path) => commandsIn(readFileSync(join(root, path), 'utf8')))
const scripts = manifests.flatMap((path) => {
  const text = readFileSync(join(root, path), 'utf8')
  const [, block = ''] = /"scripts": \{([^}]*)\}/.exec(text) ?? []
  return [...block.matchAll(/: ("(?:[^"\\]|\\.)*")/g)].map(([, value = '""']) =>
    String(JSON.parse(value)),
  )
})

test('there is something to paste', () => {
  expect(documented).toEqual(expect.arrayContaining(['npm run demo', 'npm test']))
  expect(scripts.length).toBeGreaterThan(5)
})

describe.each(shells)('%s', (shell) => {
  // A machine without this shell says so in its count of skipped tests.
  test.skipIf(!isInstalled(shell))('takes every documented command and every npm script', () => {
    const against = [...documented, ...scripts].flatMap((line) => complaint(shell, line) ?? [])
    expect(against).toEqual([])
  })

  test.skipIf(!isInstalled(shell))(
    'does not take the bare word elif, so this test can fail',
    () => {
      expect(complaint(shell, 'elif new shop')).toBeDefined()
    },
  )
})

test('no documented command leaves a pattern to the shell', () => {
  expect(documented.flatMap((line) => unquotedPattern(line) ?? [])).toEqual([])
  expect(unquotedPattern('./elif make:resource Product note:text?')).toBeDefined()
  expect(unquotedPattern("./elif make:resource Product 'note:text?'")).toBeUndefined()
})

test('commands are found in blocks and in running text, and nothing else is', () => {
  const page = [
    'Type `./elif dev` or look at `src/app.ts`.',
    '```sh',
    '# first',
    'npm install \\',
    '  --ignore-scripts',
    '```',
    '```ts',
    'npm.test()',
    '```',
    '',
  ].join('\n')
  expect(commandsIn(page)).toEqual(['npm install    --ignore-scripts', './elif dev'])
})
