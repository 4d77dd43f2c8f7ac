import type { Reading } from './reading.ts'

/** A source with blanks for its comments, so that every position and every line stays. */
export function withoutComments(source: string, { comments }: Pick<Reading, 'comments'>): string {
  let code = source
  for (const { start, end } of comments) {
    const blanks = code.slice(start, end).replaceAll(/[^\r\n]/g, ' ')
    code = code.slice(0, start) + blanks + code.slice(end)
  }
  return code
}
