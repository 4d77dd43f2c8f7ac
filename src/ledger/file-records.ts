import { sha256 } from '../files/sha256.ts'
import { isScript } from '../source/comments.ts'
import { findRegions, regionFaults } from '../source/region.ts'
import type { Change } from '../workspace/change-set.ts'
import { isSecret } from './ledger-paths.ts'
import type { FileRecord } from './run-record.ts'

type Edit = Extract<Change, { kind: 'edit' }>

/** What a run record says of one change; `rendered` is the unformatted text of a rendered file. */
export function fileRecord(change: Change, rendered: string | undefined): FileRecord {
  const path = change.kind === 'move' ? change.to : change.path
  return {
    path,
    action: change.kind,
    ...(isSecret(path) ? {} : hashesOf(change, rendered)),
    ...(change.kind === 'move' ? { from: change.from } : {}),
    ...(change.kind === 'edit' ? regionsOf(change) : {}),
  }
}

const hashesOf = (change: Change, rendered: string | undefined) => ({
  ...(change.kind === 'delete' ? {} : { hash: sha256(change.after) }),
  ...(change.kind === 'create' ? {} : { before: sha256(change.before) }),
  ...(change.kind === 'delete' || rendered === undefined ? {} : { base: sha256(rendered) }),
})

function regionsOf({ path, before, after }: Edit) {
  const old = regionTexts(path, before)
  const names = [...regionTexts(path, after)]
    .filter(([name, text]) => old.has(name) && old.get(name) !== text)
    .map(([name]) => name)
  return names.length > 0 ? { regions: names } : {}
}

/** A file with faulty regions has none that a record could name. */
function regionTexts(path: string, source: string): Map<string, string> {
  if (!isScript(path) || regionFaults(source, path).length > 0) return new Map()
  const regions = findRegions(source, path)
  return new Map(regions.map(({ name, from, to }) => [name, source.slice(from, to)]))
}
