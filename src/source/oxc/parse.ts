import type { Reading } from '../reading.ts'
import { type Node, programNode } from './node.ts'
import { oxc } from './oxc.ts'

/** What a parser makes of a text; all that a reader answers is read from this. */
export type Parsed = Pick<Reading, 'errors' | 'comments'> & { program: Node; source: string }
export type Parse = (source: string, path: string) => Parsed

/**
 * Parses a text. Positions are those of the text given, whatever it begins with. Errors and
 * comments are there without the tree, so that is taken over from the parser when it is asked for.
 */
export function parse(source: string, path: string): Parsed {
  const lang = /\.[jt]sx$/.test(path) ? 'tsx' : 'ts'
  const result = oxc().parseSync(path, withoutHead(source), { lang, sourceType: 'module' })
  let program: Node | undefined
  return {
    source,
    errors: result.errors.map(({ labels, message }) => ({
      position: labels[0]?.start ?? 0,
      message,
    })),
    comments: result.comments.map(({ start, end, value }) => ({ start, end, text: value })),
    get program() {
      return (program ??= programNode(result.program))
    },
  }
}

/** A byte order mark with a shebang hides all comments from the parser: both become blanks. */
export function withoutHead(source: string): string {
  return source.replace(/^\ufeff?(#![^\r\n]*)?/, (head) => ' '.repeat(head.length))
}
