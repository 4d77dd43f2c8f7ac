import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'

import { typedBack, typedIn, type Surroundings } from '../../src/cli/typed-back.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

let folder: string

beforeAll(() => {
  folder = scratchFolder('elif typed-')
  mkdirSync(join(folder, 'shop', 'src', 'modules'), { recursive: true })
  writeFileSync(join(folder, 'shop', 'elif.json'), '{}')
  writeFileSync(join(folder, 'shop', 'elif'), '')
})

const typed = (command: string, more: Partial<Surroundings>) =>
  typedBack(command, { folder, entry: '', environment: {}, platform: 'linux', ...more })

const entry = (name: string) => join(folder, 'the checkout', 'bin', name)

test('in an app it is the launcher, seen from where the user stands', () => {
  const run = '/usr/lib/node_modules/elif/bin/run.js'
  expect(typed('dev', { folder: join(folder, 'shop'), entry: run })).toBe('./elif dev')
  expect(typed('dev', { folder: join(folder, 'shop', 'src') })).toBe('../elif dev')
  expect(typed('dev', { folder: join(folder, 'shop', 'src', 'modules') })).toBe('../../elif dev')
})

test('on Windows the launcher is run by node', () => {
  expect(typed('dev', { folder: join(folder, 'shop'), platform: 'win32' })).toBe('node ./elif dev')
})

test('outside it is the way elif was called', () => {
  const cached = '/home/me/.npm/_npx/1a2b/node_modules/.bin/elif'
  expect(typed('new shop', { entry: cached })).toBe('npx elif new shop')
  expect(typed('new shop', { entry: '/usr/bin/elifts' })).toBe('elifts new shop')
})

test('from a checkout it is the very file, by a path from here', () => {
  expect(typed('new shop', { entry: entry('dev.ts') })).toBe(
    "node 'the checkout/bin/bootstrap.js' 'the checkout/bin/dev.ts' new shop",
  )
  expect(typed('new shop', { entry: entry('run.js') })).toBe(
    "node 'the checkout/bin/run.js' new shop",
  )
})

test('a text of the layers below says ./elif and is put as it works here, once', () => {
  const where: Surroundings = {
    folder: join(folder, 'shop', 'src'),
    entry: '',
    environment: {},
    platform: 'linux',
  }
  const text = typedIn('Run ./elif migrate, then ./elif dev.', where)
  expect(text).toBe('Run ../elif migrate, then ../elif dev.')
  expect(typedIn(text, where)).toBe(text)
})
