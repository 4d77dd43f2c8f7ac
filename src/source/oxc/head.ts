import { lineAfter } from '../../text/lines.ts'
import { type Node, nodesOf } from './node.ts'

/** Where code begins: behind byte order mark, shebang and directives. */
export function headEndOf(program: Node, source: string): number {
  let end = /^\ufeff?(#![^\n]*\n?)?/.exec(source)?.[0].length ?? 0
  for (const statement of nodesOf(program.body)) {
    if (typeof statement.directive !== 'string') break
    const after = lineAfter(source, statement.end)
    const alone = /^[ \t;]*\r?\n?$/.test(source.slice(statement.end, after))
    end = alone ? after : statement.end
  }
  return end
}
