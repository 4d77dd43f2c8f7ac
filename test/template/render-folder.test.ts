import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { renderFolder } from '../../src/template/render-folder.ts'
import { namesOf, spellingsOf } from '../../src/text/names.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

function folderWith(files: Record<string, string>): string {
  const folder = scratchFolder('elif-template-')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const names = { 'paper kite': namesOf('OrderLine') }

/** The code of the error that rendering ends with. */
const code = (folder: string, holes: Record<string, string[]>) =>
  renderFolder({ folder, holes }).then(
    () => 'no error',
    (error) => error.code,
  )

describe('a template folder', () => {
  test('says the noun in every spelling, in paths and in texts', async () => {
    const folder = folderWith({
      'src/paper-kites/paper-kite.ts': [
        'export const PAPER_KITES = createPaperKites(paperKite, paperKites)',
        "/** A paper kite, an old one and a paper kite's tail: paper kites. Paper Kite */",
        "const table = 'paper_kites'",
        '',
      ].join('\n'),
    })
    expect(await renderFolder({ folder, names })).toEqual({
      'src/order-lines/order-line.ts': [
        'export const ORDER_LINES = createOrderLines(orderLine, orderLines)',
        "/** An order line, an old one and an order line's tail: order lines. Order Line */",
        "const table = 'order_lines'",
        '',
      ].join('\n'),
    })
  })

  test('never takes what it put in for a specimen', async () => {
    const folder = folderWith({ 'a.txt': 'paper kite, glass harbour' })
    const swapped = {
      'paper kite': namesOf('glass harbour'),
      'glass harbour': spellingsOf('paper kite'),
    }
    expect(await renderFolder({ folder, names: swapped })).toEqual({
      'a.txt': 'glass harbour, paper kite',
    })
  })

  test('fills holes in objects, arrays and statements with the indentation they have', async () => {
    const folder = folderWith({
      'a.ts': [
        'const object = {',
        '  // #region hole:members',
        '  sample: 1,',
        '  // #endregion hole:members',
        '}',
        'function act() {',
        '    // #region hole:statements',
        '    sample()',
        '// #endregion hole:statements',
        '}',
        'const list = [',
        '  // #region hole:nothing',
        "  'sample',",
        '  // #endregion hole:nothing',
        ']',
        '',
      ].join('\n'),
    })
    const holes = { members: ['one: 1,', '', 'two: 2,'], statements: ['act()'], nothing: [] }
    expect(await renderFolder({ folder, holes })).toEqual({
      'a.ts': [
        'const object = {',
        '  one: 1,',
        '',
        '  two: 2,',
        '}',
        'function act() {',
        '    act()',
        '}',
        'const list = [',
        ']',
        '',
      ].join('\n'),
    })
  })

  test('keeps or cuts what depends on an answer, with the holes inside', async () => {
    const folder = folderWith({
      'a.ts':
        '// #region when:soft\n// #region hole:x\na()\n// #endregion hole:x\n// #endregion when:soft\nb()\n',
    })
    const holes = { x: ['c()'] }
    expect(await renderFolder({ folder, holes, when: { soft: true } })).toEqual({
      'a.ts': 'c()\nb()\n',
    })
    expect(await renderFolder({ folder, holes, when: { soft: false } })).toEqual({
      'a.ts': 'b()\n',
    })
  })

  test('loses the imports that a filled hole no longer uses', async () => {
    const folder = folderWith({
      'a.ts': [
        "import { gone } from './gone.ts'",
        "import { type Kept, lost } from './some.ts'",
        "import { both, other as used } from './both.ts'",
        "import type { Type } from './type.ts'",
        '',
        '// #region hole:x',
        'gone(lost)',
        '// #endregion hole:x',
        "export const kept: Kept = used('gone') // lost",
        'export const type: Type = both',
        '',
      ].join('\n'),
    })
    expect((await renderFolder({ folder, holes: { x: [] } }))['a.ts']).toBe(
      [
        "import type { Kept } from './some.ts'",
        "import { both, other as used } from './both.ts'",
        "import type { Type } from './type.ts'",
        '',
        "export const kept: Kept = used('gone') // lost",
        'export const type: Type = both',
        '',
      ].join('\n'),
    )
  })

  test('renders ejs for prose, where an unknown word is an error', async () => {
    const folder = folderWith({ 'README.md.ejs': '# <%= name %> & co\n' })
    expect(await renderFolder({ folder, data: { name: 'shop' } })).toEqual({
      'README.md': '# shop & co\n',
    })
    await expect(renderFolder({ folder, data: { nam: 'shop' } })).rejects.toThrow(
      'name is not defined',
    )
  })

  test('carries the files that npm would not pack under another name', async () => {
    const folder = folderWith({ _gitignore: 'node_modules/\n' })
    expect(await renderFolder({ folder })).toEqual({ '.gitignore': 'node_modules/\n' })
  })

  test('refuses holes that are not filled, not there or not closed', async () => {
    const open = folderWith({ 'a.ts': '// #region hole:x\n' })
    const closed = folderWith({ 'a.ts': '// #region hole:x\n// #endregion hole:x\n' })
    expect(await code(closed, {})).toBe('template-hole-unfilled')
    expect(await code(closed, { x: [], y: [] })).toBe('template-hole-unknown')
    expect(await code(open, { x: [] })).toBe('template-region-open')
    expect(await code(join(open, 'nowhere'), {})).toBe('template-missing')
  })
})
