import { z } from 'zod'

/**
 * A parameter of a query that may be given once or several times: `?tag=a` and `?tag=a&tag=b` are read
 * as lists alike.
 */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item), item.transform((only) => [only])])
