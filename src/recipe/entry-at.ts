import { formatText } from '../template/format-text.ts'
import { settingsIn } from '../template/format-settings.ts'
import type { Workspace } from '../workspace/workspace.ts'

/**
 * A statement as the app's formatter lays it `depth` blocks deep, without its indentation. One
 * that fits its line is laid already.
 */
export async function entryAt(app: Workspace, depth: number, entry: string): Promise<string> {
  const settings = await settingsIn(app.read)
  const { printWidth = 80, tabWidth = 2 } = settings
  if (entry.length + depth * tabWidth <= printWidth) return entry
  const nested = `${'{\n'.repeat(depth)}${entry}\n${'}\n'.repeat(depth)}`
  const laid = (await formatText('entry.ts', nested, settings)).trimEnd().split('\n')
  const lines = laid.slice(depth, laid.length - depth)
  const indent = /^[ \t]*/u.exec(lines[0] ?? '')?.[0].length ?? 0
  return lines.map((line) => line.slice(indent)).join('\n')
}
