import { withCommentKeys } from './comment-keys.ts'
import type { Block, Entry } from './outline.ts'

const SETTING =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|`[^`]*`|[^\n]*)[^\n]*/

/** The variables of a .env file by their names; undefined when a line is neither. */
export function environmentOutline(source: string): Block | undefined {
  const entries: Entry[] = []
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at)
    const [line = ''] = /^[^\n]*/.exec(rest) ?? []
    const [setting, name] = SETTING.exec(rest) ?? []
    const text = setting ?? line
    if (text.trim() !== '') {
      if (name === undefined && !line.trimStart().startsWith('#')) return undefined
      entries.push(entryOf(source, at, text, name))
    }
    at += text.length + 1
  }
  const block = { source, open: 0, close: source.length, entries: withCommentKeys(entries) }
  return { kind: 'lines', separator: '', ordered: false, ...block }
}

const entryOf = (source: string, start: number, text: string, name?: string): Entry => ({
  source,
  start,
  end: start + text.length,
  comment: name === undefined,
  identity: text.trim(),
  keys: name === undefined ? [] : [`name ${name}`],
  names: name === undefined ? [] : [name],
  blocks: [],
  frozen: () => [],
})
