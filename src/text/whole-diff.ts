import { FILE_HEADERS_ONLY, formatPatch, parsePatch, structuredPatch } from 'diff'

/** A file on both sides of a change; an absent side is undefined. Paths differ for a move. */
export type TwoTexts = {
  from: string
  path: string
  before: string | undefined
  after: string | undefined
}

/**
 * One unified diff of several files with all of their lines, so that each side can be had from it
 * again. Line ends are LF, as git keeps them.
 */
export const wholeDiff = (files: TwoTexts[]): string => files.map(fileDiff).join('')

function fileDiff({ from, path, before, after }: TwoTexts): string {
  const old = before === undefined ? nowhere : `a/${from}`
  const now = after === undefined ? nowhere : `b/${path}`
  const context = Number.MAX_SAFE_INTEGER
  const texts = [before ?? '', after ?? ''].map((text) => text.replaceAll('\r\n', '\n'))
  const [oldText = '', newText = ''] = texts
  const patch = structuredPatch(old, now, oldText, newText, undefined, undefined, { context })
  return formatPatch(patch, FILE_HEADERS_ONLY)
}

/** What a whole diff was made of; throws when the text is none. */
export function readWholeDiff(text: string): TwoTexts[] {
  if (text === '') return []
  return parsePatch(text.replaceAll('\r\n', '\n')).map(({ oldFileName, newFileName, hunks }) => {
    const lines = hunks.flatMap((hunk) => hunk.lines)
    const [from, path] = [nameOf(oldFileName, 'a/'), nameOf(newFileName, 'b/')]
    return {
      from: from ?? path ?? '',
      path: path ?? from ?? '',
      before: from === undefined ? undefined : side(lines, '-'),
      after: path === undefined ? undefined : side(lines, '+'),
    }
  })
}

const nowhere = '/dev/null'

const nameOf = (name: string | undefined, prefix: string) =>
  name === undefined || name === nowhere ? undefined : name.slice(prefix.length)

/** The lines of one side; the mark of a missing last line end belongs to the line before it. */
function side(lines: string[], sign: '-' | '+'): string {
  let text = ''
  let isOurs = false
  for (const line of lines) {
    if (line.startsWith('\\')) {
      if (isOurs) text = text.slice(0, -1)
      continue
    }
    isOurs = line.startsWith(' ') || line.startsWith(sign)
    if (isOurs) text += `${line.slice(1)}\n`
  }
  return text
}
