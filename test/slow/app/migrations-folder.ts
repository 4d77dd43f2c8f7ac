import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A folder of migrations from which packages are found as in an app. */
export function migrationsFolder(files: Record<string, string> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'elif-migrations-'))
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'))
  const write = (name: string, text: string) => writeFileSync(join(directory, `${name}.ts`), text)
  for (const [name, text] of Object.entries(files)) write(name, text)
  return {
    directory,
    write,
    remove: (name: string) => rmSync(join(directory, `${name}.ts`)),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true }),
  }
}

export const creates = (table: string) => `import type { Kysely } from 'kysely'

export async function up(database: Kysely<unknown>) {
  await database.schema.createTable('${table}').addColumn('id', 'integer').execute()
}

export async function down(database: Kysely<unknown>) {
  await database.schema.dropTable('${table}').execute()
}
`

/** A migration without a way back that runs one statement. */
export const runs = (statement: string, more = '') => `import { sql } from 'kysely'
import type { Kysely } from 'kysely'

${more}
export async function up(database: Kysely<unknown>) {
  await database.schema.createTable('half').addColumn('id', 'integer').execute()
  await sql\`${statement}\`.execute(database)
}
`
