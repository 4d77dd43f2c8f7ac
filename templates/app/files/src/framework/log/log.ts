import { type Level, type Logger, pino } from 'pino'

export type Log = Logger

type LogSettings = {
  level: Level | 'silent'
  /** Takes the values of secret settings out of a line. */
  redact: (line: string) => string
}

const secrets = ['password', 'token', 'secret', 'authorization', 'cookie']

/** One JSON line an event on standard output; what is a secret by its name or its value is not written. */
export const createLog = ({ level, redact }: LogSettings): Log =>
  pino({
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: [...secrets, ...secrets.map((each) => `*.${each}`), 'err.detail', 'err.where'],
    hooks: { streamWrite: redact },
  })
