import type { IncomingMessage } from 'node:http'

/** Of these Node takes the first and others the last: whoever stands before the app may have read the other. */
const single = new Set(['host', 'authorization', 'content-type', 'content-length'])
/** Few names are as long as one of them, so few need to be read. */
const lengths = new Set([...single].map((name) => name.length))

/** What a request says twice of for whom it is and how it is to be read, or does not say at all. */
export function ambiguityIn({ rawHeaders, headers, httpVersion }: IncomingMessage) {
  const { host, ':authority': authority = host } = headers
  if (host === undefined && httpVersion === '1.1') return 'The header host is missing.'
  if (host !== undefined && authority !== host) {
    return 'The header host names another host than :authority.'
  }
  const seen: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const written = rawHeaders[index] ?? ''
    if (!lengths.has(written.length)) continue
    const name = written.toLowerCase()
    if (!single.has(name)) continue
    if (seen.includes(name)) return `The header ${name} is there twice.`
    seen.push(name)
  }
  return undefined
}
