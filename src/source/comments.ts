import type { Comment } from './reading.ts'

const openers: [files: RegExp, comment: RegExp][] = [
  [/\.(html?|md|vue|svelte|xml)$/, /^[ \t]*<!--([^\r\n]*?)-->[ \t]*\r?$/gm],
  [/\.(css|scss|less)$/, /^[ \t]*\/\*([^\r\n]*?)\*\/[ \t]*\r?$/gm],
  [/\.(ya?ml|toml|sh)$|(^|\/)(\.env[^/]*|Dockerfile[^/]*|\.gitignore)$/, /^[ \t]*#([^\r\n]*)$/gm],
]

/** Whether elif knows the file as one of TypeScript's or JavaScript's. */
export const isScript = (path: string) => /\.[cm]?[jt]sx?$/.test(path)

/** The comments that fill a line, in a file that no parser of ours reads. */
export function lineComments(source: string, path: string): Comment[] {
  const [, comment] = openers.find(([files]) => files.test(path)) ?? []
  if (!comment) return []
  return [...source.matchAll(comment)].map((found) => {
    const blanks = /^[ \t]*/.exec(found[0])?.[0].length ?? 0
    const text = found[1] ?? ''
    return { start: found.index + blanks, end: found.index + found[0].trimEnd().length, text }
  })
}
