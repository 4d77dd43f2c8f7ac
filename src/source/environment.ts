import { beforeLineBreak, lineAfter, lineEndOf } from '../text/lines.ts'
import { settingsIn } from './document/environment-file.ts'
import { type Editor, changed, present } from './edit.ts'

/** One variable of a .env file, with a comment line above it. */
export type EnvironmentLine = {
  name: string
  value: string
  comment?: string
  /** Whether a blank line comes before it. */
  apart?: boolean
}

/**
 * Adds a variable at the end of a .env file. A name that the file sets already stays as it is:
 * the value is its owner's.
 */
export function setEnvironmentLine(line: EnvironmentLine): Editor {
  return (source) => {
    if (settingOf(source, line.name)) return present
    const lineEnd = lineEndOf(source)
    const added = linesOf(line).join(lineEnd)
    const hasEnd = source === '' || source.endsWith('\n')
    return changed(hasEnd ? source + added + lineEnd : source + lineEnd + added)
  }
}

/** Takes the variable and its comment out again, unless its owner has given it another value. */
export function removeEnvironmentLine(line: EnvironmentLine): Editor {
  return (source) => {
    const setting = settingOf(source, line.name)
    const [last = '', ...above] = linesOf(line).toReversed()
    if (!setting || source.slice(setting.start, setting.end).trimEnd() !== last) return present
    const comment = above.map((text) => text + lineEndOf(source)).join('')
    const commented = source.slice(0, setting.start).endsWith(comment)
    const start = commented ? setting.start - comment.length : setting.start
    const end = lineAfter(source, setting.end - 1)
    const atEnd = end === source.length && !source.endsWith('\n')
    return changed(
      source.slice(0, atEnd ? beforeLineBreak(source, start) : start) + source.slice(end),
    )
  }
}

const linesOf = ({ name, value, comment, apart = false }: EnvironmentLine) => [
  ...(apart ? [''] : []),
  ...(comment === undefined ? [] : [`# ${comment}`]),
  `${name}=${quoted(value)}`,
]

/** Quotes only where a reader of .env would otherwise see something else. */
function quoted(value: string): string {
  if (/^[^\s#'"`\\]*$/.test(value)) return value
  const quote = ['"', "'", '`'].find((each) => !value.includes(each)) ?? '"'
  return `${quote}${value}${quote}`
}

/** Where a name is set. */
const settingOf = (source: string, name: string) =>
  settingsIn(source).find((setting) => setting.name === name)
