import type { Span } from '../reading.ts'
import type { DocumentEntry, DocumentLanguage } from './document.ts'
import { squeezed } from './lines-in.ts'
import { remembered } from './remembered.ts'
import { yamlLibrary } from './yaml-library.ts'
import { type YamlLine, yamlLines } from './yaml-lines.ts'

/** Lists of items and maps of keys, told by their indentation. */
export const yaml: DocumentLanguage = {
  comments: (source) => read(source).comments,
  entries: entriesOf,
  // Whether a key stands twice is asked of each pair: in a huge file that takes minutes.
  fault: (source) =>
    yamlLibrary()
      .parseAllDocuments(source, { uniqueKeys: source.length < 100_000 })
      .flatMap(errorsOf)[0],
}

const read = remembered((source) => {
  const { lines, comments } = yamlLines(source)
  const code = lines.filter(({ kind }) => kind === 'content' || kind === 'inside')
  return { code, comments }
})

const errorsOf = ({ errors }: { errors: { message: string }[] }) =>
  errors.map(({ message }) => message.split('\n')[0] ?? message)

function entriesOf(source: string, { start, end }: Span): DocumentEntry[] | undefined {
  const { code } = read(source)
  const lines = code.filter((line) => line.start >= start && line.end <= end)
  const [first] = lines
  const next = code.find((line) => line.start >= end)
  if (next?.kind === 'inside' || first?.kind === 'inside') return undefined
  if (!first) return []
  const outside = lines.some((line) => line.kind === 'content' && line.indent < first.indent)
  if (outside || (next && next.indent > first.indent)) return undefined
  return groupsOf(source, lines, first).map((group) => entryOf(source, group))
}

/** A line as far in as the first one begins an entry; items under a key may stand as far in too. */
function groupsOf(source: string, lines: YamlLine[], first: YamlLine): YamlLine[][] {
  const isItem = ({ start, indent }: YamlLine) => /^-(\s|$)/.test(source.slice(start + indent))
  const groups: YamlLine[][] = []
  for (const line of lines) {
    const begins = line.kind === 'content' && line.indent === first.indent
    if (begins && (isItem(first) || !isItem(line))) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}

function entryOf(source: string, group: YamlLine[]): DocumentEntry {
  const start = group[0]?.start ?? 0
  const end = group.at(-1)?.end ?? start
  const code = source.slice(start, end)
  const [, ...quoted] =
    /^ *(?:"([^"]+)"|'([^']+)'|([^\s"'#[{&*!|>-][^#]*?)) *:(?:\s|$)/.exec(code) ?? []
  const key = quoted.find((each) => each !== undefined)
  return {
    start,
    end,
    get identity() {
      return identityOf(code)
    },
    keys: key === undefined ? [] : [key],
  }
}

/** What an entry means; one that cannot be read alone is told by its code. */
function identityOf(code: string): string {
  const { parseDocument } = yamlLibrary()
  const document = parseDocument(code.replaceAll('\r\n', '\n'))
  if (document.errors.length > 0 || /(^|\s)[*&]\w/.test(code)) return squeezed(code)
  return JSON.stringify(document.toJS())
}
