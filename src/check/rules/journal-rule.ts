import type { Files } from '../../files/files.ts'
import { parseJournal } from '../../workspace/read-journal.ts'
import type { AppFacts } from '../facts.ts'
import { type Finding, finding, unreadFinding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** No run lies there half-done. */
export const journalRule: Rule<AppFacts> = ({ files }) =>
  files
    .list(journalPlace)
    .filter((path) => /\.(open|done)\.json$/.test(path))
    .flatMap((path) => interrupted(path, files))

const journalPlace = '.elif/local/journal'

function interrupted(path: string, { read }: Files): Finding[] {
  try {
    const { command } = parseJournal(read(path) ?? '', path)
    return [finding('warning', { path }, 'run-interrupted', { command })]
  } catch (fault) {
    return [unreadFinding(fault, path)]
  }
}
