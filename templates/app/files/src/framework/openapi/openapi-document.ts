import type { JsonSchema } from './json-schema.ts'

/** An OpenAPI 3.1 document, as far as the framework writes one. */
export type OpenApiDocument = {
  openapi: '3.1.1'
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema> }
}

export type Operation = {
  operationId: string
  summary?: string
  description?: string
  tags: readonly string[]
  deprecated?: boolean
  parameters?: OperationParameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, OperationReply>
  /**
   * Who may, where it is written outside of production, what an agent should know, and the codes of the
   * problems it is likely to answer with.
   */
  'x-elif': { policy: string; place?: string; hint?: string; errors: string[] }
}

export type OperationParameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: JsonSchema
}

export type Content = Record<string, { schema: JsonSchema }>
export type OperationReply = { description: string; content?: Content }
