import { isDeepStrictEqual } from 'node:util'

import { z } from 'zod'

import type { JsonSchema } from './json-schema.ts'

/** What a caller sends is told by the input side of a schema, what is answered by the other. */
export type Side = 'input' | 'output'

const schemaFolder = '#/components/schemas/'

/**
 * The schemas of a document that have names: those with `.meta({ id })`, and those that hold
 * themselves. Where the sides of a schema differ, the one that comes second has a name of its own.
 */
export function createComponents() {
  const schemas: Record<string, JsonSchema> = {}
  const known = new Map<string, JsonSchema>()

  /** What stands for a schema at its place. `title` names it where it needs a name and has none. */
  function refer(schema: z.ZodType, side: Side, title: string): JsonSchema {
    const { $defs: parts = {}, ...root } = named(toJson(schema, side), title)
    const isTaken = (suffix: string) =>
      Object.entries(parts).some(([name, part]) => {
        const other = known.get(name + suffix)
        return other !== undefined && !isDeepStrictEqual(other, part)
      })
    const suffix = isTaken('') ? (side === 'input' ? 'Input' : 'Reply') : ''
    if (isTaken(suffix)) {
      throw new Error(`Two schemas have one id among ${Object.keys(parts).join(', ')}.`)
    }

    for (const [name, part] of Object.entries(parts)) {
      known.set(name + suffix, part)
      schemas[name + suffix] = pointed(part, suffix)
    }
    return pointed(root, suffix)
  }

  /** What a reference says. */
  const resolve = (schema: JsonSchema): JsonSchema =>
    (schema.$ref && schemas[schema.$ref.slice(schemaFolder.length)]) || schema

  return { schemas, refer, resolve }
}

export type Components = ReturnType<typeof createComponents>

function toJson(schema: z.ZodType, side: Side): JsonSchema {
  const written = z.toJSONSchema(schema, {
    io: side,
    // What JSON Schema has no words for, as a rule in code, is any value.
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format && plainFormats.has(jsonSchema.format)) delete jsonSchema.pattern
    },
  })
  // As it will be sent: zod's own result also holds what is not JSON.
  const json: JsonSchema = JSON.parse(JSON.stringify(written))
  delete json.$schema
  return json
}

/** Formats that every tool knows; their patterns would only hide what is said. */
const plainFormats = new Set(['uuid', 'date', 'date-time'])

/** Zod calls a part that holds itself `__schema0`, and the whole `#`. */
function named({ $defs = {}, ...root }: JsonSchema, title: string): JsonSchema {
  const nameOf = (key: string) => key.replace(/^__schema/, `${title}Part`)
  const own = (reference: string) =>
    reference === '#' ? `#/$defs/${title}` : `#/$defs/${nameOf(reference.slice(8))}`
  const renamed = (schema: JsonSchema) => withReferences(schema, own)

  const parts = Object.entries($defs).map(([key, part]) => [nameOf(key), renamed(part)])
  const whole = renamed(root)
  if (
    isDeepStrictEqual(
      withReferences(root, (each) => (each === '#' ? '' : each)),
      root,
    )
  ) {
    return { ...whole, $defs: Object.fromEntries(parts) }
  }
  return { $ref: `#/$defs/${title}`, $defs: { ...Object.fromEntries(parts), [title]: whole } }
}

const pointed = (schema: JsonSchema, suffix: string) =>
  withReferences(schema, (reference) => schemaFolder + reference.slice(8) + suffix)

function withReferences(schema: JsonSchema, change: (reference: string) => string): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? change(value) : value,
  )
}
