import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect } from 'vitest'

const root = join(import.meta.dirname, '../../fixtures/golden')
const updating = process.env['ELIF_UPDATE_GOLDEN'] === '1'

/**
 * Holds a tree of files against `fixtures/golden/<name>`, which lists every file and no other.
 * With ELIF_UPDATE_GOLDEN=1 the tree is written instead; read the diff before you commit it.
 */
export function expectGolden(name: string, tree: Record<string, string>): void {
  if (updating) writeTree(name, tree)
  expect(tree).toEqual(readTree(name))
}

/** git and npm would obey these files where they lie. */
const kept = (path: string) => path.replace(/(^|\/)\.(git\w+|npmrc)$/, '$1_$2')
const given = (path: string) => path.replace(/(^|\/)_(git\w+|npmrc)$/, '$1.$2')

function writeTree(name: string, tree: Record<string, string>) {
  rmSync(join(root, name), { recursive: true, force: true })
  for (const [path, text] of Object.entries(tree)) {
    const file = join(root, name, kept(path))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function readTree(name: string): Record<string, string> {
  const folder = join(root, name)
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = file.slice(folder.length + 1).replaceAll('\\', '/')
      return [given(path), readFileSync(file, 'utf8').replaceAll('\r\n', '\n')]
    }),
  )
}
