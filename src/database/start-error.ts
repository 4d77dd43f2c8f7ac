import { elifError } from '../errors/elif-error.ts'
import type { ServerPlace } from './server-place.ts'

/** The error of a server that ended before it was ready, told from what it wrote into its log. */
export function startError(place: ServerPlace, data: string, written: string) {
  if (/No space left on device/.test(written)) {
    return elifError('database-disk-full', { folder: data })
  }
  const log = place.serverLog
  const reason = reasonIn(written)
  if (place.kind === 'durable' && isAboutData(written, data)) {
    return elifError('database-data-broken', { folder: data, reason, log })
  }
  return elifError('database-start-failed', { server: place.kind, reason, log })
}

/** The last complaint, with the detail that follows it. */
function reasonIn(written: string): string {
  const lines = written.split('\n').map((line) => line.trim())
  const last = lines.findLastIndex((line) => /\b(FATAL|PANIC):/.test(line))
  if (last < 0) return lines.findLast((line) => line !== '') ?? 'it said nothing.'
  const detail = lines[last + 1]
  const said = words(lines[last] ?? '')
  return detail?.includes('DETAIL:') ? `${said} (${words(detail)})` : said
}

const words = (line: string) => line.replace(/^.*?\b(?:FATAL|PANIC|DETAIL):\s+/, '')

const isAboutData = (written: string, data: string) =>
  written.includes(data) ||
  /PANIC:|could not locate|is not a database cluster|invalid checkpoint/.test(written)
