import { parseJson } from '../text/parse-json.ts'
import { paint } from './paint.ts'

type Entry = Record<string, unknown> & { level: string; time: string; msg: string }

/** Lines of an app's log as people read them; what is no line of a log stays as it is. */
export const logText = (text: string): string => text.split('\n').map(lineText).join('\n')

function lineText(line: string): string {
  const entry = readEntry(line)
  if (!entry) return line
  const { level, time, msg, err, ...more } = entry
  const clock = paint('dim', time.slice(11, 19))
  const { method, path, status, milliseconds } = more
  if (msg === 'request' && typeof status === 'number') {
    const colour = status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green'
    return `${clock} ${method} ${path} ${paint(colour, String(status))} ${milliseconds} ms`
  }
  const said = level === 'info' ? msg : `${paint(colours[level] ?? 'dim', level)} ${msg}`
  const values = Object.entries(more).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return [[clock, said, ...values].join(' '), ...traceOf(err)].join('\n')
}

const colours: Record<string, 'yellow' | 'red'> = { warn: 'yellow', error: 'red', fatal: 'red' }

/** The stack of an error that was logged, or what else it was. */
function traceOf(err: unknown): string[] {
  if (typeof err !== 'object' || err === null) return []
  const { stack, message } = err as { stack?: unknown; message?: unknown }
  return typeof stack === 'string' ? [stack] : [String(message)]
}

function readEntry(line: string): Entry | undefined {
  if (!line.startsWith('{"level":')) return undefined
  const read = parseJson(line)
  return isEntry(read) ? read : undefined
}

function isEntry(read: unknown): read is Entry {
  if (typeof read !== 'object' || read === null) return false
  const { level, time, msg } = read as Partial<Entry>
  return [level, time, msg].every((each) => typeof each === 'string')
}
