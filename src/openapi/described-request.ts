import { type Document, type Operation, operationsOf, type Parameter } from './document.ts'
import { sampleValue } from './sample-value.ts'

/** A value that a request is sent with, unless it may be left out. */
export type Sent = { name: string; value: string; required: boolean }

/** One request that a document describes, with values to begin with. */
export type DescribedRequest = {
  /** The same as long as it is the same operation. */
  key: string
  name: string
  description: string
  group: string
  method: string
  /** `/kites/:id` */
  path: string
  ofPath: Sent[]
  query: Sent[]
  headers: Sent[]
  body: { type: string; text: string } | undefined
}

/** Every request of a document by the group it belongs to, in the order of the document. */
export const requestGroups = (document: Document): Map<string, DescribedRequest[]> =>
  Map.groupBy(
    [...operationsOf(document)].map(([key, operation]) => describe(document, key, operation)),
    ({ group }) => group,
  )

function describe(document: Document, key: string, operation: Operation): DescribedRequest {
  const [method = '', path = ''] = key.split(' ', 2)
  const { summary, description = '', tags, parameters } = operation
  const sent = (place: Parameter['in']) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema }) => ({
        name,
        value: asText(sampleValue(document, schema)),
        required,
      }))
  return {
    key,
    name: summary ?? key,
    description,
    group: tags[0] ?? 'api',
    method,
    path: path.replaceAll(/\{([^}]+)\}/g, ':$1'),
    ofPath: sent('path'),
    query: sent('query'),
    headers: sent('header'),
    body: bodyOf(document, operation),
  }
}

function bodyOf(document: Document, { requestBody }: Operation) {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  if (type === undefined) return undefined
  const value = sampleValue(document, content?.schema ?? {})
  return { type, text: JSON.stringify(value, null, 2) }
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
