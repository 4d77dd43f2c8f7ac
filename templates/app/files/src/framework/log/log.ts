import { type Level, type Logger, pino } from 'pino'

import { hideSecrets, serializers } from './hide-secrets.ts'

export type Log = Logger

type LogSettings = {
  level: Level | 'silent'
  /** Takes the values of secret settings out of a line. */
  redact: (line: string) => string
}

/** One JSON line an event on standard output; what is a secret by its name or its value is not written. */
export const createLog = ({ level, redact }: LogSettings): Log =>
  pino({
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {
      level: (label) => ({ level: label }),
      log: hideSecrets,
      bindings: hideSecrets,
    },
    serializers,
    hooks: { streamWrite: redact },
  })
