import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { recover } from '../../src/workspace/recover.ts'
import { scratchApp } from './scratch-app.ts'

type App = ReturnType<typeof scratchApp>

/** A journal as somebody else may put it into an app that is then cloned. */
function writeJournal(app: App, journal: { id?: string; folders?: string[]; paths: string[] }) {
  const { id = 'x', folders = [], paths } = journal
  const writes = paths.map((path) => ({ path, before: 'evil', kept: null, after: null }))
  const path = app.path('.elif/local/journal/x.open.json')
  mkdirSync(app.path('.elif/local/journal'), { recursive: true })
  writeFileSync(path, JSON.stringify({ version: 2, id, command: 'new', folders, writes }))
  return path
}

describe('a journal that elif did not write', () => {
  test.each([
    ['a path that climbs out', { paths: ['../evil.ts'] }],
    ['an absolute path', { paths: ['/tmp/evil.ts'] }],
    ['a folder that climbs out', { folders: ['../other'], paths: [] }],
    ['a path through a link', { paths: ['linked/evil.ts'] }],
    ['an id that is a path', { id: '/../../../evil', paths: ['a.ts'] }],
  ])('writes and removes nothing outside of the app: %s', async (_, journal) => {
    using app = scratchApp({ 'elif.json': '{}\n' })
    mkdirSync(join(app.parent, 'other'))
    symlinkSync(join(app.parent, 'other'), app.path('linked'))
    const path = writeJournal(app, journal)
    await expect(recover(app.root)).rejects.toMatchObject({ code: 'journal-unreadable' })
    expect(existsSync(join(app.parent, 'other'))).toBe(true)
    expect(existsSync(join(app.parent, 'other/evil.ts'))).toBe(false)
    expect(existsSync(join(app.parent, 'evil.ts'))).toBe(false)
    expect(existsSync(path)).toBe(true)
  })
})
