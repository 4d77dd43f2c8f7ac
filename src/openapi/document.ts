import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { parseJson } from '../text/parse-json.ts'

/** JSON Schema 2020-12, as far as elif looks into it. */
export type Schema = { [keyword: string]: unknown }

const AnySchema = z.record(z.string(), z.unknown())
const Content = z.record(z.string(), z.looseObject({ schema: AnySchema.optional() }))

const Parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: AnySchema.default({}),
})

const Operation = z.looseObject({
  operationId: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  deprecated: z.boolean().optional(),
  tags: z.array(z.string()).default([]),
  parameters: z.array(Parameter).default([]),
  requestBody: z.looseObject({ required: z.boolean().default(false), content: Content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Content.optional() })).default({}),
})
export type Operation = z.output<typeof Operation>
export type Parameter = z.output<typeof Parameter>

const Document = z.looseObject({
  openapi: z.string().startsWith('3.1'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)).default({}),
  components: z.looseObject({ schemas: z.record(z.string(), AnySchema).default({}) }).default({
    schemas: {},
  }),
})

/** An OpenAPI 3.1 document. */
export type Document = z.output<typeof Document>

/** Reads a document from a text, which may be YAML; `name` is what a fault calls it. */
export async function parseDocument(text: string, name: string): Promise<Document> {
  return readDocument(parseJson(text) ?? (await parseYaml(text)), name)
}

/** Holds a value against what is needed of a document. */
export function readDocument(value: unknown, name: string): Document {
  const read = Document.safeParse(value)
  if (read.success) return read.data
  throw elifError('openapi-unreadable', { name, because: z.prettifyError(read.error) })
}

async function parseYaml(text: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

/** What a reference within the document stands for; other schemas are themselves. */
export function resolveSchema(document: Document, schema: Schema): Schema {
  const { $ref: reference } = schema
  if (typeof reference !== 'string') return schema
  return document.components.schemas[schemaName(reference)] ?? {}
}

/** `#/components/schemas/Kite` points to `Kite`. */
export const schemaName = (reference: string): string => reference.split('/').at(-1) ?? ''

/** Every operation of a document under `GET /kites/{id}`. */
export const operationsOf = ({ paths }: Document): Map<string, Operation> =>
  new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
      ),
    ),
  )
