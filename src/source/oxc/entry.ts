import type { EntryReading, ListKind } from '../reading.ts'
import { chainsFrom } from './chain.ts'
import { containerAt } from './container.ts'
import { walk } from './node.ts'
import type { Parse, Parsed } from './parse.ts'

/** The brackets an entry is read in; the first that make sense of it are taken. */
const brackets: Record<ListKind, [before: string, after: string][]> = {
  statements: [
    ['', ''],
    ['async function* f() {\n', '\n}'],
  ],
  cases: [['function f() {switch (x) {\n', '\n}}']],
  array: [['x = [\n', '\n]']],
  object: [['x = {\n', '\n}']],
  arguments: [['x(\n', '\n)']],
  tuple: [['type X = [\n', '\n]']],
  enum: [['enum X {\n', '\n}']],
  type: [['interface X {\n', '\n}']],
  union: [['type X = | Y\n|', '\n| Z']],
  class: [['class X extends Y {\n', '\n}']],
  children: [['x = <>\n', '\n</>']],
  chain: [['x\n', '\n']],
}

export function readEntry(
  parse: Parse,
  text: string,
  list: ListKind,
  path: string,
): EntryReading | undefined {
  for (const [before, after] of brackets[list]) {
    const entry = entryIn(parse(before + text + after, path), before, list)
    if (entry) return entry
  }
  return undefined
}

function entryIn(parsed: Parsed, before: string, list: ListKind): EntryReading | undefined {
  if (parsed.errors.length > 0) return undefined
  const container =
    list === 'chain'
      ? chainsFrom(parsed.program, 'x', parsed.source)[0]
      : containerAt(parsed.program, before.length - 1, parsed.source)
  if (container?.kind !== 'list') return undefined
  const inside = container.elements.filter(({ start }) => start >= before.length)
  const [element] = list === 'union' ? inside.slice(0, -1) : inside
  if (!element || inside.length !== (list === 'union' ? 2 : 1)) return undefined
  return {
    ...element,
    start: element.start - before.length,
    end: element.end - before.length,
    frozen: frozenIn(parsed, before.length),
  }
}

/** Template literals mean their line breaks and blanks; those of JSX text mean nothing. */
const frozenIn = ({ program }: Parsed, offset: number) =>
  [...walk(program)]
    .filter(({ type }) => type === 'TemplateLiteral')
    .map(({ start, end }): [number, number] => [start - offset, end - offset])
