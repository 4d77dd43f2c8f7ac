import { sql } from 'kysely'

import type { Part } from '../lifecycle/part.ts'
import type { Database } from './database.ts'
import { describeDatabase } from './describe-database.ts'

/** It connects when it is first asked, and again by itself: there is nothing to start. */
export const databasePart = (database: Database): Part => ({
  name: 'database',
  check: () => sql`select 1`.execute(database),
  describe: () => describeDatabase(database),
  stop: () => database.destroy(),
})
