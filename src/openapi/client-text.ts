import type { Document } from './document.ts'
import { methodText } from './method-text.ts'
import { typeName, typeText } from './type-text.ts'

/** How a client begins that elif wrote: another file is never written over. */
export const clientMark = '// Written by elif client'

/** A typed client of an API in one file, which needs nothing but `fetch`. */
export function clientText(document: Document): string {
  const { title, version } = document.info
  const types = Object.entries(document.components.schemas).map(
    ([name, schema]) => `export type ${typeName(name)} = ${typeText(schema)}`,
  )
  const methods = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => methodText(method, path, operation)),
  )
  return `${clientMark} for ${title} ${version}. Write it anew when the API has changed.

${types.join('\n\n')}

${transport}
export type Client = ReturnType<typeof createClient>

/** The API at an address, an operation a method: \`createClient({ url: 'https://…' })\`. */
export function createClient(options: ClientOptions) {
  const send = createSend(options)
  return {
${methods.join('\n\n')}
  }
}
`
}

const transport = `/** What the API has refused, or failed at; \`body\` is what it says, a problem as a rule. */
export class ApiError extends Error {
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    const { detail = \`The API answered \${status}.\` } = Object(body) as { detail?: string }
    super(detail)
    this.name = 'ApiError'
    this.status = status
    this.body = body
  }
}

export type ClientOptions = {
  url: string
  /** Sent with every request, as \`authorization\`. */
  headers?: Record<string, string>
  fetch?: typeof fetch
}

type Values = Record<string, unknown>
type Sent = { query?: Values; headers?: Values; body?: unknown }

function createSend({ url, headers = {}, fetch: ask = fetch }: ClientOptions) {
  return async <Reply>(method: string, path: string, sent: Sent = {}): Promise<Reply> => {
    const { query = {}, body } = sent
    const response = await ask(url.replace(/\\/$/, '') + path + searchOf(query), {
      method,
      headers: {
        accept: 'application/json, */*;q=0.5',
        ...headers,
        ...Object.fromEntries(pairsOf(sent.headers ?? {})),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '')
    const said: unknown = isJson ? JSON.parse(text) : text || undefined
    if (!response.ok) throw new ApiError(response.status, said)
    return said as Reply
  }
}

/** A list is sent as one pair for each of its values; what is undefined is not sent. */
const pairsOf = (values: Values): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, String(each)]),
  )

function searchOf(query: Values) {
  const pairs = new URLSearchParams(pairsOf(query))
  return pairs.size === 0 ? '' : \`?\${pairs}\`
}
`
