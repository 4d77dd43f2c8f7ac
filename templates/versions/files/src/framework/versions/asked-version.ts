import type { IncomingMessage } from 'node:http'

/** How a caller says which version it wants. */
export type By = 'path' | 'header' | 'query' | 'accept'

/** What the header and the parameter of a query are called. */
export const versionName = 'api-version'

/** What a request says beside its path; undefined where it says nothing. */
export function askedVersion(by: By, { headers, url }: Pick<IncomingMessage, 'headers' | 'url'>) {
  if (by === 'header') return textOf(headers[versionName])
  if (by === 'accept') return /;\s*version=\s*"?([\w.-]+)/i.exec(headers.accept ?? '')?.[1]
  if (by === 'query') return parameterIn(url)
  return undefined
}

const textOf = (header: string | string[] | undefined) =>
  typeof header === 'string' && header !== '' ? header : undefined

/** Most requests say nothing, and then nothing is to be read. */
function parameterIn(url = '') {
  if (!url.includes(`${versionName}=`)) return undefined
  return new URLSearchParams(url.slice(url.indexOf('?') + 1)).get(versionName) ?? undefined
}

/** The request header that answers differ by, if it is one. */
export function headerOf(by: By) {
  if (by === 'header') return versionName
  return by === 'accept' ? 'accept' : undefined
}
