import { typescriptReader } from '../../source/readers.ts'
import { isScript } from '../../source/comments.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/**
 * Tells where an owner still uses names that a merged file does not import any more: the template
 * has left them or calls them something else, and what stands for them now is not known.
 */
export function noticeLostNames(app: Workspace, path: string, before: string | undefined): void {
  const after = app.read(path)
  if (before === undefined || after === undefined || !isScript(path)) return
  const reader = typescriptReader()
  const [old, now] = [reader.read(before, path), reader.read(after, path)]
  const imported = old.imports.flatMap(({ names }) => names.map(({ local }) => local))
  const lost = imported.filter((name) => !now.topNames.has(name) && now.uses(name) > 0)
  for (const name of lost) {
    const lines = after.split(/\r?\n/u).map((text, index) => ({ text, number: index + 1 }))
    const using = lines.filter(({ text }) => new RegExp(`\\b${name}\\b`, 'u').test(text))
    const because = `${name} is used in line ${using.map(({ number }) => number).join(', ')}, and is not imported any more.`
    app.notice({ path, because, paste: using.map(({ text }) => text).join('\n') })
  }
}
