import { typescriptReader } from '../source/readers.ts'
import { compareNames } from '../text/compare-names.ts'
import { beginsLine, lineAfter, lineStart } from '../text/lines.ts'

/** The tables that the text of an `interface DB` names; undefined when it is none. */
export const tablesIn = (text: string): string[] | undefined =>
  membersOf(text)?.elements.flatMap(({ names }) => names)

/** The text with a table more, on a line of its own among the others; all else stays as it is. */
export function withMember(text: string, table: string, name: string): string | undefined {
  const list = membersOf(text)
  if (!list) return undefined
  const next = list.elements.find(({ names: [other = ''] }) => compareNames(other, table) > 0)
  const at = next && beginsLine(text, next.start) ? lineStart(text, next.start) : list.close
  const line = `  ${/^\w+$/u.test(table) ? table : JSON.stringify(table)}: ${name}\n`
  return text.slice(0, at) + (text[at - 1] === '\n' ? '' : '\n') + line + text.slice(at)
}

/** The text without a table, whose line goes with it; undefined where it is not there alone. */
export function withoutMember(text: string, table: string): string | undefined {
  const list = membersOf(text)
  const member = list?.elements.find(({ names: [name] }) => name === table)
  if (!list || !member || !beginsLine(text, member.start)) return undefined
  const rest =
    text.slice(0, lineStart(text, member.start)) + text.slice(lineAfter(text, member.end))
  return list.elements.length === 1 ? rest.replace(/\{\s*\}/u, '{}') : rest
}

function membersOf(text: string) {
  const found = typescriptReader()
    .read(text, 'schema.ts')
    .containerAt(text.indexOf('{') + 1)
  return found.kind === 'list' && found.list === 'type' ? found : undefined
}
