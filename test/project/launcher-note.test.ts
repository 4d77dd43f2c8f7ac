import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { launcherNote, noteLauncher } from '../../src/project/launcher-note.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const entry = join(import.meta.dirname, '../../bin/run.js')
const path = '.elif/local/launcher.json'
const text = (note: object) => `${JSON.stringify(note, null, 2)}\n`
const noted = text({ entry, node: process.execPath })

function appOf(files: Record<string, string>) {
  const root = scratchFolder('elif note-')
  for (const [each, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, each)), { recursive: true })
    writeFileSync(join(root, each), content)
  }
  return { root, note: () => readFileSync(join(root, path), 'utf8') }
}

test('a clone, whose launcher finds no elif, gets a note of the one that works in it', () => {
  const { root, note } = appOf({ elif: '' })
  expect(noteLauncher(root, entry)).toBe(true)
  expect(note()).toBe(noted)
  expect(launcherNote(entry)).toEqual({ kind: 'create', path, after: noted })
  expect(noteLauncher(root, '/another/run.js')).toBe(false)
  expect(note()).toBe(noted)
})

test.each(['', '{ "entry": 1 }', text({ entry: '/gone/bin/run.js', node: '/gone/node' })])(
  'a note that leads nowhere is written anew: %s',
  (old) => {
    const { root, note } = appOf({ elif: '', [path]: old })
    expect(noteLauncher(root, entry)).toBe(true)
    expect(note()).toBe(noted)
  },
)

test('an app with an elif of its own, or without a launcher, needs no note', () => {
  const installed = appOf({ elif: '', 'node_modules/elif/bin/run.js': '' })
  expect(noteLauncher(installed.root, entry)).toBe(false)
  expect(noteLauncher(appOf({}).root, entry)).toBe(false)
})
