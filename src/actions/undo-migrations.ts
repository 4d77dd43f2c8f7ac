import { elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import type { ToldRun } from '../ledger/find-run.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import type { Plan } from '../recipe/plan.ts'
import { reportMigrations } from './migrate-status.ts'
import type { MigrationStatus } from './migrate-runner.ts'

type Question = {
  app: App
  environment: Environment
  run: ToldRun
  /** The migrations that an undo would delete. */
  names: string[]
  onProgress?: (doing: string) => void
}

/** What a rollback takes back, newest first, so that none of `names` is in the database any more. */
export type Rollback = { names: string[]; others: string[]; steps: number }

/** Asks the app's own runner; undefined when the database has none of these migrations. */
export async function rollbackBefore(asked: Question): Promise<Rollback | undefined> {
  const { names } = asked
  return names.length === 0 ? undefined : rollbackOf(names, await statusOf(asked))
}

/** Throws where the database has by now what a kept undo would delete. */
export async function refuseMigrated(
  { command, unmigrated: names = [], ledger, answers }: Plan,
  asked: Omit<Question, 'run' | 'names'>,
): Promise<void> {
  const run = { name: ledger?.undoes ?? command, title: String(answers['title'] ?? command) }
  const rollback = await rollbackBefore({ ...asked, run, names })
  if (rollback) throw elifError('undo-migration-applied', rollback)
}

async function statusOf({ run, names, ...asked }: Question): Promise<MigrationStatus[]> {
  try {
    return (await reportMigrations(asked)).migrations
  } catch (cause) {
    throw elifError('undo-database-unasked', { run, names, because: messageOf(cause) }, { cause })
  }
}

/** In the order in which the runner takes back: the newest batch first. */
export function rollbackOf(names: string[], migrations: MigrationStatus[]): Rollback | undefined {
  const applied = migrations.filter(({ state }) => state !== 'pending').toSorted(newestFirst)
  const last = applied.findLastIndex(({ name }) => names.includes(name))
  if (last === -1) return undefined
  const all = applied.slice(0, last + 1).map(({ name }) => name)
  return {
    names: all.filter((name) => names.includes(name)),
    others: all.filter((name) => !names.includes(name)),
    steps: all.length,
  }
}

function newestFirst(one: MigrationStatus, other: MigrationStatus): number {
  const { batch = 0 } = one
  return (
    (other.batch ?? 0) - batch || moment(other) - moment(one) || (one.name < other.name ? 1 : -1)
  )
}

const moment = ({ appliedAt }: MigrationStatus) => appliedAt?.getTime() ?? 0
