import type { ParseResult } from 'oxc-parser'

import { type Node, programNode } from './node.ts'
import { oxc } from './oxc.ts'

export type Parsed = { result: ParseResult; program: Node; source: string }

/**
 * Parses a text. Positions are those of the text given, whatever it begins with. Errors and
 * comments are there without the tree, so that is taken over from the parser when it is asked for.
 */
export function parse(source: string, path: string): Parsed {
  const lang = /\.[jt]sx$/.test(path) ? 'tsx' : 'ts'
  const result = oxc().parseSync(path, withoutHead(source), { lang, sourceType: 'module' })
  let program: Node | undefined
  return {
    result,
    source,
    get program() {
      return (program ??= programNode(result.program))
    },
  }
}

/** A byte order mark with a shebang hides all comments from the parser: both become blanks. */
function withoutHead(source: string): string {
  return source.replace(/^\ufeff?(#![^\r\n]*)?/, (head) => ' '.repeat(head.length))
}
