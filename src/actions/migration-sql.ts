import { recordSql, type RecordedSql } from '../database/record-sql.ts'
import { messageOf } from '../errors/message-of.ts'
import { hasCode } from '../files/system-error.ts'
import { isMigration } from '../project/layout.ts'
import type { MigrationSql } from '../recipe/outcome.ts'
import type { ChangeSet } from '../workspace/change-set.ts'
import { fileWrites } from '../workspace/file-writes.ts'
import { loadPlanned } from './load-planned.ts'

/** The SQL of the migrations that a plan writes, told by a database that only listens. */
export async function migrationSql(root: string, changeSet: ChangeSet): Promise<MigrationSql[]> {
  const told: MigrationSql[] = []
  for (const { path, after } of fileWrites(changeSet)) {
    if (isMigration(path) && after !== undefined) told.push(await sqlOf(root, path, after))
  }
  return told
}

async function sqlOf(root: string, path: string, text: string): Promise<MigrationSql> {
  try {
    const module = await loadPlanned(root, path, text)
    const up = await recorded(module, 'up')
    const down = await recorded(module, 'down')
    const known = { path, up: up.statements, down: down.statements }
    if (!up.reads && !down.reads) return { kind: 'known', ...known }
    return { kind: 'partly', ...known, because: 'It asks the database, whose answers decide.' }
  } catch (fault) {
    return { kind: 'unknown', path, because: reason(fault) }
  }
}

type Direction = (database: unknown) => Promise<unknown>

function recorded(module: unknown, direction: 'up' | 'down'): Promise<RecordedSql> {
  const found: unknown = Object(module)[direction]
  if (!isDirection(found)) return Promise.resolve({ statements: [], reads: false })
  return recordSql(found)
}

const isDirection = (found: unknown): found is Direction => typeof found === 'function'

function reason(fault: unknown): string {
  if (hasCode(fault, 'ERR_MODULE_NOT_FOUND')) {
    return 'It imports what is not there yet; npm install may bring it.'
  }
  return messageOf(fault)
}
