import { z } from 'zod'

const Limit = z.coerce.number().int().min(1).max(100).default(20)

type Key = z.ZodType<string | number>

/**
 * How a list is asked for: `?limit=`, and then either `?page=` or the `?cursor=` that the page before
 * gave. `key` is the type of the column that orders the list; `more` is what else may be asked for, as
 * filters, an order (`orderAmong`) or a search.
 */
export const listQuery = <K extends Key, More extends z.ZodRawShape = {}>(
  key: K,
  more: More = {} as More,
) =>
  z
    .strictObject({
      limit: Limit,
      page: z.coerce.number().int().min(1).max(10_000).optional(),
      cursor: cursor(key).optional(),
      ...more,
    })
    .refine(isOneWay, { path: ['cursor'], error: 'Ask for a page or with a cursor, not both' })

function isOneWay(query: object) {
  const { page, cursor: after } = Object(query)
  return page === undefined || after === undefined
}

/** The place after which a list goes on: the order key and the id of the last item. */
export type Cursor<K = string> = { key: K; id: string }

const cursor = <K extends Key>(key: K) =>
  z
    .string()
    .max(500)
    .transform((text, context): Cursor<z.output<K>> => {
      const read = z.tuple([key, z.uuid()]).safeParse(decoded(text))
      if (read.success) return { key: read.data[0], id: read.data[1] }
      context.addIssue('Not a cursor that this list gave')
      return z.NEVER
    })

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

const encoded = (key: string | number, id: string) =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** A page of a list; `total` counts the whole list and comes with `?page=` only. */
export const pageReply = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().optional() })

/**
 * Cuts a page from rows that were asked for with one more than the limit: the extra row says
 * that there is a next page.
 */
export function toPage<Row extends { id: string }>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => string | number,
) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? encoded(keyOf(last), last.id) : null }
}
