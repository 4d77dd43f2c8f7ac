import { posix } from 'node:path'

import { parseSync, Visitor } from 'oxc-parser'

/** `value` loads the other module at once, `late` when a function asks, `type` never. */
export type Import = { from: string; to: string; kind: 'value' | 'type' | 'late'; line: number }

export type Module = {
  path: string
  lines: number
  imports: Import[]
  /** What the law forbids or bounds, by name, with the lines where it stands. */
  uses: { name: Use; line: number }[]
  exports: { anything: boolean; byDefault: boolean; onlyOthers: boolean }
}

export type Use = 'any' | 'console' | 'process.exit' | 'export *'

/** Reads one file of ours with a real parser: comments, strings and templates are never code. */
export function readModule(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)

  const module: Module = {
    path,
    lines: text.split('\n').length - 1,
    imports: [],
    uses: [],
    exports: { anything: false, byDefault: false, onlyOthers: program.body.length > 0 },
  }
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const imported = (from: string, kind: Import['kind'], offset: number) =>
    module.imports.push({ from, to: resolved(path, from), kind, line: lineOf(offset) })
  const uses = (name: Use, offset: number) => module.uses.push({ name, line: lineOf(offset) })

  for (const statement of program.body) {
    if (!('source' in statement) || !statement.source) module.exports.onlyOthers = false
    if (statement.type === 'ImportDeclaration') module.exports.onlyOthers = false
  }

  new Visitor({
    ImportDeclaration: (node) =>
      imported(node.source.value, node.importKind ?? 'value', node.start),
    ImportExpression: (node) =>
      node.source.type === 'Literal' && imported(String(node.source.value), 'late', node.start),
    TSImportType: (node) => imported(node.source.value, 'type', node.start),
    ExportAllDeclaration(node) {
      module.exports.anything = true
      uses('export *', node.start)
      imported(node.source.value, node.exportKind ?? 'value', node.start)
    },
    ExportNamedDeclaration(node) {
      module.exports.anything = true
      if (node.source) imported(node.source.value, node.exportKind ?? 'value', node.start)
    },
    ExportDefaultDeclaration() {
      module.exports.anything = true
      module.exports.byDefault = true
    },
    TSAnyKeyword: (node) => uses('any', node.start),
    MemberExpression(node) {
      const { object, property } = node
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return
      if (object.name === 'console') uses('console', node.start)
      if (object.name === 'process' && property.name === 'exit') uses('process.exit', node.start)
    },
  }).visit(program)
  return module
}

/** A path from the repository's root for our own files, the package's name for all others. */
function resolved(path: string, from: string): string {
  if (from.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), from))
  if (from.startsWith('node:') || from.startsWith('#')) return from
  const [first = from, second] = from.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}
