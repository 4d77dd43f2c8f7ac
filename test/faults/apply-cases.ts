import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'

import type { Change } from '../../src/workspace/change-set.ts'
import { scratchApp } from '../workspace/scratch-app.ts'

/** An app as it lies there, and what is done to it. Without files there is no folder yet. */
export type ApplyCase = {
  name: string
  files: Record<string, string>
  modes?: Record<string, number>
  /** Links by their names, each with what it points to. */
  links?: Record<string, string>
  /** Folders that are there and empty. */
  folders?: string[]
  /** Folders that go when nothing is left in them. */
  emptied?: string[]
  changes: Change[]
}

const edit = (path: string, before = 'old\n', after = 'new\n'): Change => ({
  kind: 'edit',
  path,
  before,
  after,
})
const create = (path: string): Change => ({ kind: 'create', path, after: 'new\n' })
const gone = (path: string): Change => ({ kind: 'delete', path, before: 'old\n' })
const move = (from: string, to: string, after = 'old\n'): Change => ({
  kind: 'move',
  from,
  to,
  before: 'old\n',
  after,
})

/** Every kind of change alone, and all of them at once. */
export const applyCases: ApplyCase[] = [
  {
    name: 'creates in new folders',
    files: { 'a.ts': 'old\n' },
    changes: [
      create('src/deep/er/a.ts'),
      { kind: 'create', path: 'bin/go', after: '#!/bin/sh\n', executable: true },
      { kind: 'create', path: 'empty.ts', after: '' },
    ],
  },
  {
    name: 'edits, each with its mode',
    files: { 'a.ts': 'old\r\n', 'b.sh': 'old\n', 'c.ts': '\ufeffold' },
    modes: { 'a.ts': 0o664, 'b.sh': 0o750 },
    changes: [edit('a.ts', 'old\r\n', 'new\r\n'), edit('b.sh'), edit('c.ts', '\ufeffold', 'x')],
  },
  {
    name: 'deletes, and the folders that they empty',
    files: { 'gone/deep/a.ts': 'old\n', 'gone/b.ts': 'old\n', 'c.ts': 'old\n', 'kept/d.ts': '' },
    emptied: ['gone/deep', 'gone', 'kept'],
    changes: [gone('gone/deep/a.ts'), gone('gone/b.ts'), gone('c.ts')],
  },
  {
    name: 'moves, some of them edited, one in case only',
    files: { 'a.ts': 'old\n', 'src/b.ts': 'old\n', 'Product.ts': 'old\n' },
    modes: { 'src/b.ts': 0o700 },
    changes: [
      move('a.ts', 'lib/a.ts'),
      move('src/b.ts', 'src/c.ts', 'new\n'),
      move('Product.ts', 'product.ts', 'new\n'),
    ],
  },
  {
    name: 'edits through links to a file and to a folder',
    files: { 'real/a.ts': 'old\n', 'real/in/b.ts': 'old\n' },
    links: { 'a.ts': 'real/a.ts', linked: 'real/in' },
    changes: [edit('a.ts'), edit('linked/b.ts'), create('linked/new/c.ts')],
  },
  {
    name: 'everything at once',
    files: { 'a.ts': 'a\r\n', 'bin/run.ts': 'old\n', 'gone/b.ts': 'old\n', 'old.ts': 'old\n' },
    modes: { 'bin/run.ts': 0o750, 'a.ts': 0o664 },
    links: { 'link.ts': 'old.ts' },
    folders: ['empty'],
    emptied: ['gone', 'empty'],
    changes: [
      edit('a.ts', 'a\r\n', 'a, edited\r\n'),
      create('src/new/c.ts'),
      { kind: 'create', path: 'elif', after: '#!/bin/sh\n', executable: true },
      gone('gone/b.ts'),
      move('bin/run.ts', 'bin/go.ts', 'go\n'),
      edit('link.ts'),
    ],
  },
  {
    name: 'a new app',
    files: {},
    changes: [
      create('src/a.ts'),
      { kind: 'create', path: 'elif', after: '#!/bin/sh\n', executable: true },
    ],
  },
]

/** The app of a case on the disk. */
export function prepared({ files, modes = {}, links = {}, folders = [] }: ApplyCase) {
  const app = scratchApp(files)
  for (const folder of folders) mkdirSync(app.path(folder))
  for (const [path, mode] of Object.entries(modes)) chmodSync(app.path(path), mode)
  for (const [path, target] of Object.entries(links)) symlinkSync(target, app.path(path))
  return app
}
