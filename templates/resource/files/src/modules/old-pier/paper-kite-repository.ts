import type { Database } from '#app/framework/database/database.ts'
import type { Cursor } from '#app/framework/http/page.ts'
import { newId } from '#app/framework/values/new-id.ts'
import { paperKiteColumns, toPaperKiteChanges, toPaperKiteRow } from './paper-kite-model.ts'
import type { NewPaperKite, PaperKite, PaperKitePatch } from './paper-kite.ts'

export type PaperKiteRepository = ReturnType<typeof createPaperKiteRepository>

export function createPaperKiteRepository(database: Database) {
  const all = () =>
    database
      .selectFrom('paper_kites')
      .select(paperKiteColumns)
      // #region hole:narrow
      .$narrowType<Pick<PaperKite, 'state' | 'details'>>()
  // #endregion hole:narrow

  const newestFirst = (limit: number) =>
    all().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit)

  return {
    find: (id: string): Promise<PaperKite | undefined> =>
      all().where('id', '=', id).executeTakeFirst(),

    first: (limit: number): Promise<PaperKite[]> => newestFirst(limit).execute(),

    skipping: (count: number, limit: number): Promise<PaperKite[]> =>
      newestFirst(limit).offset(count).execute(),

    after: ({ key, id }: Cursor, limit: number): Promise<PaperKite[]> =>
      newestFirst(limit)
        .where(({ eb, refTuple, tuple }) =>
          eb(refTuple('created_at', 'id'), '<', tuple(new Date(key), id)),
        )
        .execute(),

    async count(): Promise<number> {
      const { count } = await database
        .selectFrom('paper_kites')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    insert: (input: NewPaperKite, at: Date): Promise<PaperKite> =>
      database
        .insertInto('paper_kites')
        .values({ id: newId(at), ...toPaperKiteRow(input), created_at: at, updated_at: at })
        .returning(paperKiteColumns)
        // #region hole:narrow
        .$narrowType<Pick<PaperKite, 'state' | 'details'>>()
        // #endregion hole:narrow
        .executeTakeFirstOrThrow(),

    /** Undefined when there is no such paper kite. */
    update: (id: string, patch: PaperKitePatch, at: Date): Promise<PaperKite | undefined> =>
      database
        .updateTable('paper_kites')
        .set({ ...toPaperKiteChanges(patch), updated_at: at })
        .where('id', '=', id)
        .returning(paperKiteColumns)
        // #region hole:narrow
        .$narrowType<Pick<PaperKite, 'state' | 'details'>>()
        // #endregion hole:narrow
        .executeTakeFirst(),

    /** Whether there was such a paper kite. */
    async remove(id: string): Promise<boolean> {
      const { numDeletedRows } = await database
        .deleteFrom('paper_kites')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },
  }
}
