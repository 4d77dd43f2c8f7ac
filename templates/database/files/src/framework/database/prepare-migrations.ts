import { MigrationError } from './migration-error.ts'
import { loadMigration, type Migration, type MigrationFile } from './migration-files.ts'

type Wanted = { direction: 'up' | 'down'; steps?: number; applied: Set<string> }
type Loaded = { file: MigrationFile; migration: Migration }

/** Loads migrations and puts them in the order in which they run; given oldest first. */
export async function prepareMigrations(files: MigrationFile[], wanted: Wanted) {
  const loaded = await Promise.all(
    files.map(async (file) => ({ file, migration: await loadMigration(file) })),
  )
  if (wanted.direction === 'down') {
    return inOrder(loaded)
      .toReversed()
      .map(({ file, migration }) => ({ file, migration, work: wayBack(file, migration) }))
  }
  for (const each of loaded) refuseUnknown(each, loaded, wanted.applied)
  return inOrder(loaded)
    .slice(0, wanted.steps)
    .map(({ file, migration }) => ({ file, migration, work: migration.up }))
}

/** Each as early as it may run: behind those it names in `after`, else in the order given. */
function inOrder(loaded: Loaded[]): Loaded[] {
  const waiting = [...loaded]
  const ordered: Loaded[] = []
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ file }) => file.name))
    const next = waiting.findIndex(
      ({ migration }) => !migration.after?.some((name) => names.has(name)),
    )
    if (next === -1) throw circle(waiting)
    ordered.push(...waiting.splice(next, 1))
  }
  return ordered
}

function circle(waiting: Loaded[]) {
  const [first = '', ...others] = waiting.map(({ file }) => file.name)
  return new MigrationError(
    first,
    `Each of these has to run after another one: ${[first, ...others].join(', ')}.`,
  )
}

function refuseUnknown({ file, migration }: Loaded, loaded: Loaded[], applied: Set<string>) {
  const isKnown = (name: string) =>
    applied.has(name) || loaded.some((each) => each.file.name === name)
  const unknown = migration.after?.find((name) => !isKnown(name))
  if (unknown === undefined) return
  throw new MigrationError(
    file.name,
    `${file.path} has to run after ${unknown}, and there is no such migration.`,
  )
}

function wayBack(file: MigrationFile, { down }: Migration) {
  if (down) return down
  throw new MigrationError(
    file.name,
    `${file.path} exports no function down: it cannot be taken back.`,
  )
}
