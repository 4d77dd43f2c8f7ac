import { z } from 'zod'

import { readEnvironment } from './framework/config/read-environment.ts'

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// URL' }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(500).default(10),
})

export type Config = ReturnType<typeof readConfig>

/** Everything that differs from one place to the next. Only this file reads the environment. */
export function readConfig(environment: Record<string, string | undefined> = process.env) {
  const read = readEnvironment(Environment, environment)
  const isProduction = read.NODE_ENV === 'production'

  return {
    environment: read.NODE_ENV,
    http: {
      host: read.HOST,
      port: read.PORT,
      bodyLimit: 1_048_576,
      requestTimeout: 30_000,
      headersTimeout: 15_000,
      keepAliveTimeout: 72_000,
      drainTimeout: 10_000,
      checkReplies: !isProduction,
      showErrors: !isProduction,
      allowOpenWrites: !isProduction,
    },
    log: { level: read.LOG_LEVEL },
    database: {
      url: read.DATABASE_URL,
      poolSize: read.DATABASE_POOL_SIZE,
      connectTimeout: 3000,
      lockTimeout: 5000,
      statementTimeout: 20_000,
    },
  }
}
