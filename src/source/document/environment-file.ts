import type { Span } from '../reading.ts'
import type { DocumentLanguage } from './document.ts'
import { linesIn, within } from './lines-in.ts'
import { hashComment } from './plain-lines.ts'
import { remembered } from './remembered.ts'

/** A variable that is set in a .env file; its value may reach over several lines. */
type Setting = Span & { name: string; value: string }

/** Files that set variables: `NAME=value`. */
export const environmentFile: DocumentLanguage = {
  comments(source) {
    const inside = inSpans(settings(source))
    return linesIn(source)
      .filter(({ start }) => !inside(start))
      .flatMap(({ start, end }) => hashComment(source, start, end))
  },
  entries: (source, lines) =>
    within(
      settings(source).map(({ start, end, name, value }) => ({
        start,
        end,
        identity: `${name}=${value}`,
        keys: [name],
      })),
      lines,
    ),
}

const settings = remembered(settingsIn)

/** The variables that a text sets, in their order. */
export function settingsIn(source: string): Setting[] {
  const setting =
    /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*("[^"]*"|'[^']*'|`[^`]*`|[^\r\n]*)[^\r\n]*/gm
  return [...source.replace(/^\ufeff/, ' ').matchAll(setting)].map((found) => {
    const [all, name = '', value = ''] = found
    const start = found.index + (found.index === 0 && source.startsWith('\ufeff') ? 1 : 0)
    return { start, end: found.index + all.length, name, value: bare(value) }
  })
}

/** A value without its quotes, or without the comment behind it. */
function bare(value: string): string {
  const [, , quoted] = /^(["'`])(.*)\1$/s.exec(value) ?? []
  return quoted ?? value.replace(/\s#.*$/, '').trim()
}

/** Tells whether a position lies behind the beginning of a span and before its end. */
function inSpans(spans: Span[]): (position: number) => boolean {
  let next = 0
  return (position) => {
    while ((spans[next]?.end ?? Infinity) <= position) next += 1
    return (spans[next]?.start ?? Infinity) < position
  }
}
