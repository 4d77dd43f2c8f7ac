import type { List, Reading } from '../source/reading.ts'

/** `http.get('/:id', …)`, with the place of the call. */
export type WrittenRoute = { method: string; path: string; line: number }

/** `http.register(kiteController(kites), { prefix: '/kites' })`: what is named first, and where it goes. */
export type Registration = { name: string; prefix: string }

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all']

/** The routes that a file adds to `http`, in the order of its lines. */
export function routesIn(source: string, reading: Reading): WrittenRoute[] {
  const found = methods.flatMap((method) =>
    reading
      .listsAt({ kind: 'call', name: `http.${method}` })
      .map((list) => routeAt(source, method.toUpperCase(), list)),
  )
  return found
    .filter((route) => route !== undefined)
    .toSorted((one, other) => one.line - other.line)
}

function routeAt(source: string, method: string, list: List): WrittenRoute | undefined {
  const [path] = textsOf(source, list)
  const url = quoted.exec(path ?? '')?.[1]
  if (url === undefined) return undefined
  const line = source.slice(0, list.start).split('\n').length
  return { method, path: url, line }
}

/** What a file registers with `http`. */
export const registrationsIn = (source: string, reading: Reading): Registration[] =>
  reading.listsAt({ kind: 'call', name: 'http.register' }).flatMap((list) => {
    const [registered = '', options = ''] = textsOf(source, list)
    const name = /^\w+/.exec(registered)?.[0]
    const prefix = /\bprefix:\s*['"`]([^'"`]*)/.exec(options)?.[1] ?? ''
    return name === undefined ? [] : [{ name, prefix }]
  })

const quoted = /^['"`]([^'"`$]*)['"`]$/

const textsOf = (source: string, list: List) =>
  list.elements.map(({ start, end }) => source.slice(start, end))
