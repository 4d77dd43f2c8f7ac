/** A file as a resource has it. */
export const kites = `import { z } from 'zod'

import type { Database } from '#app/framework/database/database.ts'
import { notFound } from '#app/framework/http/problem.ts'

export const Kite = z.object({
  id: z.uuid(),
  name: z.string(),
  tail: z.string().optional(),
})

export type Wind = 'calm' | 'breeze'

export type KiteView = {
  id: string
  name: string
}

export enum Shape {
  delta = 'delta',
  box = 'box',
}

// Finds and keeps kites.
export function createKites(database: Database) {
  return {
    async find(id: string) {
      const row = await database
        .selectFrom('kites')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) throw notFound('No such kite.')
      return row
    },

    async list(limit = 20) {
      return database.selectFrom('kites').selectAll().limit(limit).execute()
    },
  }
}
`
