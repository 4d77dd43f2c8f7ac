import { type Level, type Logger, pino } from 'pino'

export type Log = Logger

const secrets = ['password', 'token', 'secret', 'authorization', 'cookie']

/** One JSON line an event on standard output; what carries a secret by its name is not written. */
export const createLog = ({ level }: { level: Level | 'silent' }): Log =>
  pino({
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: [...secrets, ...secrets.map((each) => `*.${each}`), 'err.detail', 'err.where'],
  })
