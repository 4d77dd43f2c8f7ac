import { z } from 'zod'

/** In which order a list is asked for: a column that was allowed, and the way. */
export type Order<Column extends string = string> = { column: Column; direction: 'asc' | 'desc' }

/**
 * `?order=name` or `?order=-name`, among the columns that are given under the names that callers know:
 * `orderAmong({ name: 'name', newest: 'created_at' }, '-newest')`. Anything else is refused, so that no
 * caller sorts by what has no index, or by what they may not see. Beside the column, a repository orders
 * by the id: `query.orderBy(order.column, order.direction).orderBy('id', order.direction)`.
 */
export function orderAmong<const Columns extends Record<string, string>>(
  columns: Columns,
  usual: OrderName<Columns>,
) {
  const names = Object.keys(columns).flatMap((name) => [name, `-${name}`])
  const orders = new Map(
    Object.entries(columns).flatMap(([name, column]) => [
      [name, { column, direction: 'asc' }],
      [`-${name}`, { column, direction: 'desc' }],
    ]),
  )
  return z
    .enum(names)
    .default(usual)
    .transform(
      // Each name of the enum is a key of the map.
      (name) => orders.get(name) as Order<Columns[keyof Columns]>,
    )
}

type OrderName<Columns> = (keyof Columns & string) | `-${keyof Columns & string}`

/** `?search=`: some words, never none. */
export const searchText = () => z.string().trim().min(1).max(100).optional()
