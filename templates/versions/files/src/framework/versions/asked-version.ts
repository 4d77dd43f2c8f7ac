import type { IncomingMessage } from 'node:http'

/** How a caller says which version it wants. */
export type By = 'path' | 'header' | 'accept'

/** What a request says by its headers; undefined where it says nothing. */
export function askedVersion(by: By, { headers }: Pick<IncomingMessage, 'headers'>) {
  if (by === 'header') return textOf(headers['api-version'])
  if (by === 'accept') return /;\s*version=\s*"?([\w.-]+)/i.exec(headers.accept ?? '')?.[1]
  return undefined
}

const textOf = (header: string | string[] | undefined) =>
  typeof header === 'string' && header !== '' ? header : undefined

/** The request header that answers differ by. */
export const headerOf = (by: By) => (by === 'header' ? 'api-version' : 'accept')
