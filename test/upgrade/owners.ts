import { isSecret } from '../../src/ledger/ledger-paths.ts'
import { formatText, type FormatSettings } from '../../src/template/format-text.ts'
import type { Tree } from './upgraded.ts'

const isOwn = (path: string) => !path.startsWith('.elif/') && !isSecret(path)
const isCode = (path: string) => isOwn(path) && /\.(ts|js)$/.test(path)

const mapped = (tree: Tree, change: (path: string, text: string) => string): Tree =>
  Object.fromEntries(Object.entries(tree).map(([path, text]) => [path, change(path, text)]))

/** The app as a checkout has it where git writes CRLF, its ledger included. */
export const withCarriageReturns = (tree: Tree): Tree =>
  mapped(tree, (_, text) => text.replaceAll('\n', '\r\n'))

/** A line of its owner's at the head and at the foot of every file of code. */
export const editedEverywhere = (tree: Tree): Tree =>
  mapped(tree, (path, text) =>
    isCode(path) && !path.startsWith('database/')
      ? `// Ours, at the head of ${path}.\n\n${text}\n// Ours, at its foot.\n`
      : text,
  )

/** The app after its owner has chosen another style and formatted everything. */
export async function formattedBy(tree: Tree, settings: FormatSettings): Promise<Tree> {
  const style = { '.prettierrc.json': `${JSON.stringify(settings, null, 2)}\n` }
  const laid = Object.entries({ ...tree, ...style }).map(async ([path, text]) => [
    path,
    isOwn(path) ? await formatText(path, text, settings) : text,
  ])
  return Object.fromEntries(await Promise.all(laid))
}

/** The app with one text changed as its owner would. */
export function edited(tree: Tree, path: string, from: string, to: string): Tree {
  const text = tree[path] ?? ''
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return { ...tree, [path]: text.replace(from, () => to) }
}

/** The app with a file elsewhere. */
export function moved(tree: Tree, from: string, to: string): Tree {
  const { [from]: text = '', ...rest } = tree
  return { ...rest, [to]: text }
}

/** The app without some files. */
export const without = (tree: Tree, ...paths: string[]): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !paths.includes(path)))
