import { z } from 'zod'

/**
 * Lets callers name the fields they want, `?fields=id,name`, among those of a reply:
 *
 *     const fields = selectFields(ProductReply)
 *     schema: { querystring: z.object({ fields: fields.query }), response: { 200: fields.reply } }
 *     fields.pick(toProductReply(product), request.query.fields)
 */
export function selectFields<Shape extends z.ZodRawShape>(reply: z.ZodObject<Shape>) {
  type Item = z.output<z.ZodObject<Shape>>
  const known = Object.keys(reply.shape)

  const query = z
    .string()
    .max(500)
    .transform((text, context) => {
      const names = text.split(',').map((name) => name.trim())
      const unknown = names.find((name) => !known.includes(name))
      if (unknown === undefined) return names
      context.addIssue(`There is no field "${unknown}" among ${known.join(', ')}`)
      return z.NEVER
    })
    .optional()
    .describe(`Some of ${known.join(', ')}, with commas between; all without it.`)

  return {
    query,
    /** Any field may be left out. */
    reply: reply.partial(),
    pick: (item: Item, fields: string[] | undefined): Partial<Item> =>
      fields === undefined ? item : only(item, fields),
  }
}

// What is picked out of an object is a part of it.
const only = <Item extends object>(item: Item, fields: string[]) =>
  Object.fromEntries(
    Object.entries(item).filter(([name]) => fields.includes(name)),
  ) as Partial<Item>
