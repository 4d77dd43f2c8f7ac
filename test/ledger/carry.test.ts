import { describe, expect, test } from 'vitest'

import { sha256 } from '../../src/files/sha256.ts'
import { carriedBases } from '../../src/ledger/carried-bases.ts'
import { carry } from '../../src/ledger/carry.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'

const path = 'src/kites/kite.ts'
const oldRender =
  'export const kite = z.object({id: z.uuid(), name: z.string()})\n\nexport const limit = 20\n'
const newRender =
  'export const kite = z.object({id: z.uuid(), name: z.string()})\n\nexport const limit = 50\n'
const laid = (text: string) => text.replace('{id', '{ id').replace('()})', '() })')
const style = `${JSON.stringify({ semi: false, singleQuote: true, printWidth: 100 })}\n`

/** The app of a record that has made the file, as its owner has left it. */
function appWith(files: Record<string, string>) {
  const record = {
    format: 1,
    command: 'make:resource Kite',
    answers: {},
    version: '0.1.0',
    at: '2026-11-20T10:15:00.000Z',
    files: [{ path, action: 'create', hash: sha256(laid(oldRender)) }],
    notices: [],
  }
  return openWorkspace({
    files: memoryFiles({
      '.prettierrc.json': style,
      '.elif/runs/20261120T101500-4f1c2a9be0d3.json': JSON.stringify(record),
      [`.elif/base/${path}.base`]: oldRender,
      ...files,
    }),
  })
}

const options = { path, oldRender, newRender }

describe('a new render', () => {
  test('takes the place of an untouched file and becomes its base', async () => {
    const app = appWith({ [path]: laid(oldRender) })
    expect(await carry(app, options)).toEqual({ kind: 'forwarded', path })
    expect(app.read(path)).toBe(laid(newRender))
    expect(carriedBases(app)).toEqual({ [path]: newRender })
  })

  test('keeps the line ends of a checkout', async () => {
    const app = appWith({ [path]: laid(oldRender).replaceAll('\n', '\r\n') })
    expect(await carry(app, options)).toEqual({ kind: 'forwarded', path })
    expect(app.read(path)).toBe(laid(newRender).replaceAll('\n', '\r\n'))
  })

  test('is merged into a file that its owner has edited', async () => {
    const app = appWith({ [path]: `export const mine = true\n\n${laid(oldRender)}` })
    expect(await carry(app, options)).toEqual({ kind: 'merged', path })
    expect(app.read(path)).toBe(`export const mine = true\n\n${laid(newRender)}`)
  })

  test('follows a file to where its owner has moved it', async () => {
    const to = 'src/birds/bird.ts'
    const app = appWith({ [to]: laid(oldRender) })
    expect(await carry(app, options)).toEqual({ kind: 'forwarded', path: to })
    expect(app.read(to)).toBe(laid(newRender))
    expect(carriedBases(app)).toEqual({ [path]: null, [to]: newRender })
  })

  test('follows a file that its owner has moved to another folder and edited', async () => {
    const to = 'src/birds/kite.ts'
    const app = appWith({ [to]: `// Mine.\n${laid(oldRender)}` })
    expect(await carry(app, options)).toEqual({ kind: 'merged', path: to })
    expect(app.read(to)).toBe(`// Mine.\n${laid(newRender)}`)
  })

  test('does not come back into an app whose owner has deleted the file', async () => {
    const app = appWith({ 'src/birds/kite.ts': 'export const other = 1\n' })
    expect(await carry(app, options)).toEqual({ kind: 'deleted-by-owner', path })
    expect((await app.changeSet()).changes).toEqual([])
  })

  test('changes nothing when only the style of the template has changed', async () => {
    const app = appWith({ [path]: laid(oldRender) })
    expect(await carry(app, { ...options, newRender: laid(oldRender) })).toEqual({
      kind: 'unchanged',
      path,
    })
    expect(carriedBases(app)).toEqual({ [path]: laid(oldRender) })
  })
})

describe('a conflict', () => {
  const mine = laid(oldRender).replace('limit = 20', 'limit = 30')
  const hunks = [
    {
      line: 3,
      base: 'export const limit = 20\n',
      mine: 'export const limit = 30\n',
      theirs: 'export const limit = 50\n',
    },
  ]

  test('is told, and the file and its base stay as they are', async () => {
    const app = appWith({ [path]: mine })
    expect(await carry(app, options)).toEqual({ kind: 'conflict', path, hunks })
    expect((await app.changeSet()).changes).toEqual([])
    expect(carriedBases(app)).toEqual({})
  })

  test('is written into the file on request', async () => {
    const app = appWith({ [path]: mine })
    const asked = { ...options, merge: 'markers' as const, label: 'elif 1.4.0' }
    expect(await carry(app, asked)).toEqual({ kind: 'written-with-conflicts', path, hunks })
    const block =
      '<<<<<<< yours\nexport const limit = 30\n=======\nexport const limit = 50\n>>>>>>> elif 1.4.0\n'
    expect(app.read(path)).toBe(mine.replace('export const limit = 30\n', block))
    expect(carriedBases(app)).toEqual({ [path]: newRender })
  })
})
