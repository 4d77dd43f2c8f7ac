import { lineAfter, lineStart } from '../text/lines.ts'
import { type Editor, present, refused } from './edit.ts'
import { editedWhole } from './edited-whole.ts'
import type { Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'
import { sayingUnread } from './unread.ts'
import { withoutComments } from './without-comments.ts'

/** A route of a controller: `http.get('/:id', …)`, with the indentation that it has there. */
export type RouteEntry = { method: string; path: string; entry: string }

/**
 * Adds a route to a controller, behind its others and before what is its owner's alone, unless the
 * controller answers that method and path already.
 */
export function insertRoute({ method, path: route, entry }: RouteEntry): Editor {
  return sayingUnread((source, path = 'source.ts') => {
    const reading = typescriptReader().read(source, path)
    if (answers(withoutComments(source, reading), method, route)) return present
    const at = placeIn(source, reading)
    if (at === undefined)
      return refused('There is no controller with routes of `http` in it.', entry)
    const text = `${source.slice(0, at).endsWith('\n\n') ? '' : '\n'}${entry}\n`
    const gap = /^\s*(?:\n|\})/u.test(source.slice(at)) ? '' : '\n'
    return editedWhole(
      { source, path, reading, isDone: ({ errors }) => errors.length === reading.errors.length },
      [{ from: at, to: at, text: text + gap }],
      { what: 'The route', paste: entry },
    )
  })
}

/** However its quotes are written, and whatever stands between the call and its path. */
const answers = (code: string, method: string, route: string) =>
  new RegExp(`\\bhttp\\s*\\.\\s*${method}\\s*\\(\\s*(['"\`])${RegExp.escape(route)}\\1`, 'u').test(
    code,
  )

/** The line of the region that is the owner's, else the one behind the last route. */
function placeIn(source: string, reading: Reading): number | undefined {
  const code = withoutComments(source, reading)
  const route = /\bhttp\s*\.\s*(?:get|post|put|patch|delete)\s*\(/u.exec(code)
  const marker = reading.comments.find(({ start, end }) => OWN.test(source.slice(start, end)))
  // In the gap before the route: the route itself is no list.
  const within = marker?.start ?? (route ? route.index - 1 : undefined)
  const list = within === undefined ? undefined : reading.containerAt(within)
  if (list?.kind !== 'list' || list.list !== 'statements') return undefined
  if (!reading.namesAt(list.close).has('http')) return undefined
  if (marker) return lineStart(source, marker.start)
  const last = list.elements.at(-1)
  return last && lineAfter(source, last.end)
}

const OWN = /#region custom:/u
