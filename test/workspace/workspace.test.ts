import { describe, expect, test } from 'vitest'

import { changed, present, refused } from '../../src/source/edit.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'

const open = (files: Record<string, string>) => openWorkspace({ files: memoryFiles(files) })

describe('a workspace', () => {
  test('shows the files as they will be', () => {
    const app = open({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'c.ts': 'c\n' })
    app.write('d/new.ts', 'new\n')
    app.edit('a.ts', (source) => changed(`${source}more\n`))
    app.remove('b.ts')
    app.move('c.ts', 'moved.ts')

    expect(app.list()).toEqual(['a.ts', 'd/new.ts', 'moved.ts'])
    expect(app.read('a.ts')).toBe('a\nmore\n')
    expect(app.read('b.ts')).toBeUndefined()
    expect(app.read('moved.ts')).toBe('c\n')
  })

  test('answers what has to be done, in the order of the paths', async () => {
    const app = open({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'c.ts': 'c\n' })
    app.write('elif', '#!/bin/sh\n', { executable: true })
    app.edit('a.ts', () => changed('a, edited\n'))
    app.remove('b.ts')
    app.move('c.ts', 'moved.ts')
    app.notice({ path: '.gitignore', because: 'It is yours.', paste: '.elif/local' })
    app.step({ command: 'npm', arguments: ['install'], why: 'Install what is new.' })

    expect(await app.changeSet()).toEqual({
      changes: [
        { kind: 'edit', path: 'a.ts', before: 'a\n', after: 'a, edited\n' },
        { kind: 'delete', path: 'b.ts', before: 'b\n' },
        { kind: 'create', path: 'elif', after: '#!/bin/sh\n', executable: true },
        { kind: 'move', from: 'c.ts', to: 'moved.ts', before: 'c\n', after: 'c\n' },
      ],
      notices: [{ path: '.gitignore', because: 'It is yours.', paste: '.elif/local' }],
      steps: [{ command: 'npm', arguments: ['install'], why: 'Install what is new.' }],
    })
  })

  test('calls before what its edits were made from, whoever writes meanwhile', async () => {
    const texts: Record<string, string> = { 'a.ts': 'a\n' }
    const files = { read: (path: string) => texts[path], list: () => Object.keys(texts) }
    const app = openWorkspace({ files })
    app.edit('a.ts', (source) => changed(`${source}mine\n`))
    texts['a.ts'] = 'a\ntheirs\n'
    expect((await app.changeSet()).changes).toEqual([
      { kind: 'edit', path: 'a.ts', before: 'a\n', after: 'a\nmine\n' },
    ])
  })

  test('has nothing to do where a text stays as it is', async () => {
    const app = open({ 'a.ts': 'a\n', 'b.ts': 'b\n' })
    app.write('a.ts', 'a\n')
    app.edit('b.ts', () => present)
    app.write('new.ts', 'new\n')
    app.remove('new.ts')
    app.remove('never.ts')
    expect(await app.changeSet()).toEqual({ changes: [], notices: [], steps: [] })
  })

  test('turns what an edit refuses into a notice', async () => {
    const app = open({ 'a.ts': 'a\n' })
    app.edit('a.ts', () => refused('There is no region elif:x.', 'b()'))
    app.edit('gone.ts', (source) => changed(`${source}b()\n`))
    expect(await app.changeSet()).toEqual({
      changes: [],
      notices: [
        { path: 'a.ts', because: 'There is no region elif:x.', paste: 'b()' },
        { path: 'gone.ts', because: 'There is no file gone.ts.', paste: 'b()\n' },
      ],
      steps: [],
    })
  })

  test('formats whole files only', async () => {
    const files = memoryFiles({ 'old.ts': 'old', 'edited.ts': 'edited' })
    const app = openWorkspace({ files, format: async (path, text) => `${path}: ${text}\n` })
    app.write('new.ts', 'new')
    app.write('old.ts', 'rewritten')
    app.edit('edited.ts', () => changed('edited twice'))
    expect((await app.changeSet()).changes).toEqual([
      { kind: 'edit', path: 'edited.ts', before: 'edited', after: 'edited twice' },
      { kind: 'create', path: 'new.ts', after: 'new.ts: new\n' },
      { kind: 'edit', path: 'old.ts', before: 'old', after: 'old.ts: rewritten\n' },
    ])
  })

  test('keeps the line ends of a file that is written anew', async () => {
    const files = memoryFiles({ 'a.ts': 'a\r\nb\r\n' })
    const app = openWorkspace({ files, format: async (_, text) => text })
    app.write('a.ts', 'a\nc\n')
    const [change] = (await app.changeSet()).changes
    expect(change).toMatchObject({ kind: 'edit', after: 'a\r\nc\r\n' })
  })

  test.each(['../a.ts', '/a.ts', 'a/../../b.ts', 'a\\b.ts', 'C:/a.ts', '', 'a//b.ts', './a.ts'])(
    'takes no path that leaves the app: %j',
    (path) => {
      const write = () => open({}).write(path, '')
      expect(write).toThrow(expect.objectContaining({ code: 'path-outside' }))
    },
  )
})
