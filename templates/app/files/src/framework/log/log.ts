import { type Level, type Logger, pino } from 'pino'

import { hideSecrets, serializers } from './hide-secrets.ts'
import { writeInTurns } from './write-in-turns.ts'

export type Log = Logger

export const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

type LogSettings = {
  level: Level | 'silent'
  /** Takes the values of secret settings out of a line. */
  redact: (line: string) => string
}

/** One JSON line an event on standard output; what is a secret by its name or its value is not written. */
export const createLog = ({ level, redact }: LogSettings): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: createTimestamp(),
      formatters: {
        level: (label) => ({ level: label }),
        log: hideSecrets,
        bindings: hideSecrets,
      },
      serializers,
    },
    writeInTurns(pino.destination({ dest: 1, sync: true }), redact),
  )

/** Under load, many lines fall into one millisecond. */
function createTimestamp() {
  let millisecond = 0
  let text = ''
  return () => {
    const now = Date.now()
    if (now !== millisecond) {
      millisecond = now
      text = `,"time":"${new Date(now).toISOString()}"`
    }
    return text
  }
}
