import type { Clock } from '#app/framework/clock/clock.ts'
import { type Cursor, toPage } from '#app/framework/http/page.ts'
import { notFound } from '#app/framework/http/problem.ts'
import type { PaperKiteRepository } from './paper-kite-repository.ts'
import type { NewPaperKite, PaperKite, PaperKitePatch } from './paper-kite.ts'

type Needs = { paperKites: PaperKiteRepository; clock: Clock }
type ListQuery = { limit: number; page?: number | undefined; cursor?: Cursor | undefined }
export type PaperKiteService = ReturnType<typeof createPaperKiteService>

export function createPaperKiteService({ paperKites, clock }: Needs) {
  async function list({ limit, page, cursor }: ListQuery) {
    if (cursor) return pageOf(await paperKites.after(cursor, limit + 1), limit)
    if (page === undefined) return pageOf(await paperKites.first(limit + 1), limit)
    const found = await paperKites.skipping((page - 1) * limit, limit + 1)
    return { ...pageOf(found, limit), total: await paperKites.count() }
  }

  async function find(id: string) {
    const found = await paperKites.find(id)
    if (!found) throw noPaperKite(id)
    return found
  }

  async function update(id: string, patch: PaperKitePatch) {
    if (Object.keys(patch).length === 0) return find(id)
    const updated = await paperKites.update(id, patch, clock.now())
    if (!updated) throw noPaperKite(id)
    return updated
  }

  async function remove(id: string) {
    if (!(await paperKites.remove(id))) throw noPaperKite(id)
  }

  return {
    list,
    find,
    create: (input: NewPaperKite) => paperKites.insert(input, clock.now()),
    update,
    remove,
    // #region custom:paper-kite
    // #endregion custom:paper-kite
  }
}

const pageOf = (found: PaperKite[], limit: number) =>
  toPage(found, limit, ({ createdAt }) => createdAt.toISOString())

const noPaperKite = (id: string) => notFound(`There is no paper kite ${id}.`)
