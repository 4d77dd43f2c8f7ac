import type { DevEvent } from '../dev/dev-event.ts'
import { columns } from './columns.ts'
import { faultText } from './fault-text.ts'
import { paint } from './paint.ts'

const shownRoutes = 30

/** What `elif dev` says of an event, without the app's own output. */
export function devText(event: Exclude<DevEvent, { kind: 'output' }>): string {
  switch (event.kind) {
    case 'progress':
      return `${event.doing} …`
    case 'listening':
      return listeningText(event)
    case 'database':
      return `  Database    ${event.where}${event.server === 'given' ? ' (DATABASE_URL)' : ''}`
    case 'migrations':
      return migrationsText(event)
    case 'routes':
      return routesText(event.routes)
    case 'unmounted':
      return event.modules.map((path) => `  Not mounted ${path} (src/app.ts)`).join('\n')
    case 'changed':
      return paint('dim', `Changed: ${shortList(event.paths)}`)
    case 'ready':
      return `${paint('green', '✓')} ${event.first ? 'Ready' : 'Reloaded'} in ${event.milliseconds} ms`
    case 'problem':
      return [event.says, event.hint].filter(Boolean).join('\n  ')
    case 'failed':
      return `${shown(event.fault)}${event.stale ? '\n  Until then the old code answers.' : ''}`
    case 'exited':
      return shown(event.fault)
    case 'stopping':
      return 'Stopping …'
    case 'stopped':
      return 'Stopped.'
  }
}

function listeningText({ url, port, asked }: DevEvent & { kind: 'listening' }): string {
  const other = port === asked ? '' : ` (port ${asked} is in use)`
  return `  App         ${paint('cyan', url)}${other}`
}

function migrationsText({ pending, changed, missing }: DevEvent & { kind: 'migrations' }): string {
  const one = pending.length === 1
  const left = `${pending.length} ${one ? 'is' : 'are'} pending: ./elif migrate`
  const lines = [
    `  Migrations  ${pending.length === 0 ? 'all applied' : paint('yellow', left)}`,
    ...changed.map((name) => `  ${paint('red', 'Changed')}     ${name} after it was applied`),
    ...missing.map(
      (name) => `  ${paint('red', 'Missing')}     ${name} was applied, and its file is gone`,
    ),
  ]
  return lines.join('\n')
}

function routesText(routes: (DevEvent & { kind: 'routes' })['routes']): string {
  const rows = routes
    .slice(0, shownRoutes)
    .map(({ method, path, at }): [string, string] => [
      `${method.padEnd(7)}${path}`,
      at ? paint('dim', [at.path, at.line].filter(Boolean).join(':')) : '',
    ])
  const more = routes.length - shownRoutes
  return [...columns(rows, '  '), ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n')
}

function shown({ frame, trace, ...fault }: (DevEvent & { kind: 'failed' })['fault']): string {
  return [faultText(fault), frame, trace].filter(Boolean).join('\n')
}

function shortList(paths: string[]): string {
  const more = paths.length - 3
  return `${paths.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
