import type { TwoTexts } from '../text/whole-diff.ts'
import { basePath, pathOfBase } from './ledger-paths.ts'
import type { RunRecord } from './run-record.ts'

/**
 * The bases as they were before a run, by the paths of their files; null for those that it made.
 * A run that took another one back has made those again that the other took away: `undone` are the
 * texts of that, and its files alone do not tell, for some may have been left to their owner.
 */
export function basesBefore(
  { files }: RunRecord,
  texts: Map<string, TwoTexts>,
  undone: Map<string, TwoTexts>,
): Record<string, string | null> {
  const bases: Record<string, string | null> = {}
  for (const { from, after } of undone.values()) {
    const path = pathOfBase(from)
    if (path !== undefined && after === undefined && !texts.has(from)) bases[path] = null
  }
  for (const { path, action, base } of files) {
    const made = action === 'create' || base !== undefined
    if (made && !texts.has(basePath(path))) bases[path] = null
  }
  for (const { from, path, before } of texts.values()) {
    const [old, now] = [pathOfBase(from), pathOfBase(path)]
    if (now !== undefined && now !== old) bases[now] = null
    if (old !== undefined && before !== undefined) bases[old] = before
  }
  return bases
}
