import type { Element, List, Reader, Reading } from '../reading.ts'
import { containerAt, elementOf } from './container.ts'
import { readEntry } from './entry.ts'
import { exportedNames, exportsOf } from './exports.ts'
import { exportedFunction } from './functions.ts'
import { headEndOf } from './head.ts'
import { importsOf } from './imports.ts'
import { readJson } from './json.ts'
import { listsAt } from './lists-at.ts'
import { namesOf } from './names.ts'
import { tooDeepAt } from './nesting.ts'
import { child, childrenOf, type Node, nodesOf, walk } from './node.ts'
import { parse, type Parse, type Parsed } from './parse.ts'
import { matches } from './pattern.ts'
import { namesAt } from './scope.ts'

export { openOxc, oxc as loadOxc } from './oxc.ts'

/** The reader for the hot path: native, and loaded in ten milliseconds. */
export const createOxcReader = (): Reader => createTreeReader(parse)

/** A reader on any parser that gives this tree: what is where is told in one place. */
export function createTreeReader(given: Parse): Reader {
  const parser = unlessTooDeep(given)
  return {
    read: (source, path) => readingOf(parser, parser(source, path)),
    readEntry: (text, list, path) => readEntry(parser, text, list, path),
    readJson: (source) => readJson(parser, source),
  }
}

/** What is nested too deep is answered as a text that does not parse. */
const unlessTooDeep =
  (parser: Parse): Parse =>
  (source, path) => {
    const position = tooDeepAt(source)
    if (position === undefined) return parser(source, path)
    const message = 'Its brackets are nested more than 500 deep'
    const program = { type: 'Program', start: 0, end: source.length, body: [] }
    return { source, errors: [{ position, message }], comments: [], program }
  }

/** What needs the tree is found out when it is asked. */
function readingOf(parser: Parse, parsed: Parsed): Reading {
  const { errors, comments, source } = parsed
  let imports: Reading['imports'] | undefined
  let uses: Map<string, number> | undefined
  return {
    errors,
    comments,
    get imports() {
      return (imports ??= importsOf(parsed.program, source))
    },
    get exports() {
      return exportsOf(parsed.program, source)
    },
    get exportedNames() {
      return exportedNames(parsed.program, source)
    },
    get headEnd() {
      return headEndOf(parsed.program, source)
    },
    get topNames() {
      return new Set(nodesOf(parsed.program.body).flatMap(namesOf))
    },
    containerAt: (position) => containerAt(parsed.program, position, source),
    namesAt: (position) => namesAt(parsed.program, position),
    exportedFunction: (name) => exportedFunction(parsed.program, name, source),
    listsAt: (anchor) => listsAt(parsed.program, anchor, source),
    matching: (list, pattern) => matching(parsed, list, shapeOf(parser(pattern, 'pattern.ts'))),
    uses: (name) => (uses ??= usesOf(parsed.program)).get(name) ?? 0,
  }
}

const shapeOf = ({ program }: Parsed) => nodesOf(program.body)[0]

function matching({ program, source }: Parsed, list: List, wanted: Node | undefined): Element[] {
  const starts = new Set(list.elements.map(({ start, end }) => `${start}:${end}`))
  return [...walk(program)]
    .filter((node) => starts.has(`${node.start}:${node.end}`) && matches(wanted, node))
    .map((node) => elementOf(node, source))
}

/** How often each name is used: counted once, because whole lists of names are asked for. */
function usesOf(program: Node): Map<string, number> {
  const counts = new Map<string, number>()
  for (const node of nodesOf(program.body)) {
    if (node.type === 'ImportDeclaration') continue
    for (const below of walk(node)) {
      const label = memberOf(below)
      for (const part of childrenOf(below)) {
        const name = part === label ? undefined : usedName(part)
        if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    }
  }
  return counts
}

function usedName({ type, name }: Node): string | undefined {
  const isUse = type === 'Identifier' || type === 'JSXIdentifier'
  return isUse && typeof name === 'string' ? name : undefined
}

/** Names of members and keys are no use of a variable. */
function memberOf(node: Node): Node | undefined {
  if (node.computed === true || node.shorthand === true) return undefined
  return child(node, node.type === 'MemberExpression' ? 'property' : 'key')
}
