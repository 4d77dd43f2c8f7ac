import type { Change } from '../workspace/change-set.ts'

/**
 * Whether a change removes something: a file, or a word of one. An edit that only adds keeps every
 * word in its order, however a formatter has laid the lines out anew.
 */
export function takesAway(change: Change): boolean {
  if (change.kind === 'create') return false
  if (change.kind !== 'edit') return true
  const words = code.test(change.path) ? wordsOfCode : wordsOfText
  const after: string[] = words(change.after)
  let at = 0
  return !words(change.before).every((word) => {
    at = after.indexOf(word, at) + 1
    return at > 0
  })
}

const code = /\.[cm]?[jt]sx?$/

const wordsOfText = (text: string) => text.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? []

/** Which quotes stand around a text, and what ends a line, is layout as well. */
const wordsOfCode = (text: string) =>
  wordsOfText(text.replaceAll(/["']/g, "'")).filter((word) => word !== ';' && word !== ',')
