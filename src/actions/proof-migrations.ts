import { join } from 'node:path'

import { ElifError } from '../errors/elif-error.ts'
import { placeText } from '../errors/place-text.ts'
import { isMigration, migrationsFolder } from '../project/layout.ts'
import { migrateFault } from './migrate-fault.ts'
import { type Direction, type MigrationStep, openRunner } from './migrate-runner.ts'
import { failed, inApp, leftOut, passed, type ProofPlace, type Verdict } from './proof-place.ts'

/** Applies all migrations, then takes back those of the plan and applies them once more. */
export async function proveMigrations(place: ProofPlace): Promise<Verdict> {
  const { database } = place
  if (!database) return leftOut('The app has no database.')
  const steps = place.changeSet.changes.filter(
    (change) => change.kind === 'create' && isMigration(change.path),
  ).length
  let direction: Direction = 'up'
  const migrate = async (next: Direction): Promise<MigrationStep[]> => {
    direction = next
    place.signal.throwIfAborted()
    const runner = await openRunner(place)
    return runner.migrate({
      ...where(place.root, database.url),
      direction,
      ...(next === 'down' && { steps }),
    })
  }
  try {
    const applied = await migrate('up')
    if (steps === 0) return passed(`${applied.length} applied; the plan brings none.`)
    await migrate('down')
    await migrate('up')
    return passed(`${applied.length} applied, ${steps} of them taken back and applied again.`)
  } catch (fault) {
    return failed(told(place, { direction, url: database.url }, fault))
  }
}

const where = (root: string, url: string) => ({
  url,
  directory: join(root, migrationsFolder),
})

function told(place: ProofPlace, run: { direction: Direction; url: string }, thrown: unknown) {
  const fault = migrateFault(thrown, { root: place.root, ...run })
  if (!(fault instanceof ElifError)) return inApp(place, String(fault))
  const at = fault.at ? [`at ${placeText(fault.at)}`] : []
  return inApp(place, [fault.message, ...at].join('\n'))
}
