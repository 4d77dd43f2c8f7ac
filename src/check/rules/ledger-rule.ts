import type { Files } from '../../files/files.ts'
import { ledgerFolder } from '../../ledger/ledger-paths.ts'
import { readRuns } from '../../ledger/read-ledger.ts'
import type { AppFacts } from '../facts.ts'
import { type Finding, unreadFinding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** What elif remembers can be read. Files that are gone since are no fault: they are the owner's. */
export const ledgerRule: Rule<AppFacts> = ({ files }) =>
  files.list(ledgerFolder).flatMap((path) => unreadable(path, files))

/** The record alone, so that one which cannot be read does not hide the others. */
function unreadable(path: string, { read }: Files): Finding[] {
  try {
    const text = read(path)
    readRuns({ read: () => text, list: () => [path] })
    return []
  } catch (fault) {
    return [unreadFinding(fault, path)]
  }
}
