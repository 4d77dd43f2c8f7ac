import type { Field } from './field.ts'

const nullable = (field: Field) => (field.optional ? '.nullable()' : '')
const member = (name: string, value: string) => `${name}: ${value},`

/** The members of the resource's zod schema. */
export const domainLines = (fields: Field[]): string[] =>
  fields.map((field) => member(field.name, field.shape.domain + nullable(field)))

/** What makes a new one of the schema: other types on the way in, and what may be left out. */
export function inputLines(fields: Field[]): string[] {
  const others = fields.flatMap((field) =>
    field.shape.input ? member(field.name, field.shape.input + nullable(field)) : [],
  )
  const optional = fields.filter((field) => field.optional).map(({ name }) => member(name, 'true'))
  return [
    ...(others.length > 0 ? [`.extend({ ${others.join(' ')} })`] : []),
    ...(optional.length > 0 ? [`.partial({ ${optional.join(' ')} })`] : []),
  ]
}

/** The members of the reply's schema that differ from the resource's own. */
export const replyLines = (fields: Field[]): string[] =>
  fields.flatMap((field) =>
    field.shape.reply ? member(field.name, field.shape.reply + nullable(field)) : [],
  )

/** The members of the mapper from a resource to its reply. */
export const toReplyLines = (fields: Field[], noun: string): string[] =>
  fields.map((field) => {
    const value = `${noun}.${field.name}`
    const { toReply } = field.shape
    if (!toReply) return member(field.name, value)
    return member(field.name, field.optional ? `${toReply(`${value}?`)} ?? null` : toReply(value))
  })
