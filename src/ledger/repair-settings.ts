import { changed } from '../source/edit.ts'
import { conflictSides } from '../text/conflict-sides.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { ledgerSettings } from './ledger-settings.ts'
import type { Repaired } from './repaired.ts'

/** Writes what git has to know of the ledger where it is missing; a conflict keeps both sides. */
export function repairSettings(app: Workspace): Repaired[] {
  return Object.entries(ledgerSettings).flatMap(([path, text]): Repaired[] => {
    const now = app.read(path)
    if (now === undefined) {
      app.write(path, text)
      return [{ kind: 'repaired', path, how: 'it was missing' }]
    }
    const sides = conflictSides(now)
    if (!sides) return []
    const lines = new Set(`${sides.ours}\n${sides.theirs}`.split(/\r?\n/u).filter(Boolean))
    app.edit(path, () => changed([...lines].map((line) => `${line}\n`).join('')))
    return [{ kind: 'repaired', path, how: 'it has the lines of both sides of its conflict' }]
  })
}
