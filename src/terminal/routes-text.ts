import type { ListedRoute } from '../actions/list-routes.ts'
import { paint } from './paint.ts'

/** A row for each route; below it the hooks that run beside the framework's own. */
export function routesText(routes: ListedRoute[]): string {
  if (routes.length === 0) return 'The app has no routes.'
  const rows = routes.map(cells)
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const lines = routes.flatMap((route, index) => {
    const [place = '', ...rest] = (rows[index] ?? []).toReversed()
    const padded = rest.toReversed().map((cell, at) => cell.padEnd(widths[at] ?? 0))
    return [`${padded.join('  ')}  ${paint('dim', place)}`.trimEnd(), ...hookLines(route)]
  })
  return [...lines, '', routes.length === 1 ? '1 route.' : `${routes.length} routes.`].join('\n')
}

const cells = ({ method, url, policy, name, place }: ListedRoute): string[] => [
  method,
  url || '/',
  policy,
  name ?? '',
  place ? `${place.file}:${place.line}` : '',
]

/** From the outermost to the innermost, as they run in each phase. */
const hookLines = ({ hooks }: ListedRoute) =>
  (['app', 'module', 'route'] as const)
    .filter((level) => hooks[level].length > 0)
    .map((level) => paint('dim', `        ${level}: ${hooks[level].join(', ')}`))
