import type { Files } from '../files/files.ts'
import { readBase } from '../ledger/read-ledger.ts'
import { type Editor, changed, refused } from '../source/edit.ts'
import type { Fault } from '../source/fault.ts'
import { regionFaults } from '../source/region.ts'
import type { SourceFile } from './source-file.ts'

/**
 * Gives the two ends of a region one name again, where there is no doubt which: elif has rendered
 * the file with the one and without the other, and nothing else is wrong with its regions.
 */
export function misnamedMarker(
  faults: Fault[],
  { path, source }: SourceFile,
  files: Files,
): Editor | undefined {
  const crossed = faults.find((fault) => fault.code === 'region-crossed')
  if (!crossed) return undefined
  const base = readBase(files, path)
  if (base === undefined) return undefined
  const rendered = (name: string) => base.split(/\s+/).includes(name)
  const { name, line, outer, outerLine } = crossed.values
  const renamings = [
    { line, from: name, to: outer },
    { line: outerLine, from: outer, to: name },
  ]
  const fixes = renamings
    .filter(({ from, to }) => rendered(to) && !rendered(from))
    .map(renamedMarker)
  return fixes.find((fix) => fix(source, path).kind === 'changed')
}

const renamedMarker =
  ({ line, from, to }: { line: number; from: string; to: string }): Editor =>
  (source, path = 'source.ts') => {
    const lines = source.split('\n')
    const text = lines.with(line - 1, (lines[line - 1] ?? '').replace(from, to)).join('\n')
    const isWhole = text !== source && regionFaults(text, path).length === 0
    return isWhole ? changed(text) : refused(`The marker in line ${line} is another one.`, '')
  }
