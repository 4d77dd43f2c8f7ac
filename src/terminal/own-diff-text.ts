import type { DiffReport } from '../actions/diff.ts'
import { diffText } from './diff-text.ts'

const reasons = {
  'no-base': 'elif never rendered it whole, or its base is gone from .elif/base',
  'not-text': 'it is not UTF-8 text any more',
}

/** The diffs one after the other, as git and patch read them; undefined without any. */
export function ownDiffText({ files }: Pick<DiffReport, 'files'>): string | undefined {
  const diffs = files.flatMap((file) => (file.kind === 'diff' ? [diffText(file.diff)] : []))
  return diffs.length === 0 ? undefined : diffs.join('\n')
}

/** What a reader of the diffs has to know, a line for each file. */
export function ownDiffRemarks({ files }: Pick<DiffReport, 'files'>): string[] {
  return files.flatMap((file) => {
    if (file.kind === 'left-out') return [`${file.path} is left out: ${reasons[file.because]}.`]
    if (file.alsoBy.length === 0) return []
    const runs = file.alsoBy.map(({ title }) => title).join(' and ')
    return [`${file.path}: the entries of elif (${runs}) are in its diff too.`]
  })
}
