/** A schema as JSON Schema 2020-12 says it, which is what OpenAPI 3.1 takes. */
export type JsonSchema = {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  [keyword: string]: unknown
}
