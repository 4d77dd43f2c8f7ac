import { randomBytes } from 'node:crypto'

import { z } from 'zod'

import { explainSettings } from './framework/config/explain-settings.ts'
import { isGuarded, profiles } from './framework/config/profile.ts'
import { readSettings } from './framework/config/read-settings.ts'
import { redactionOf, secret } from './framework/config/secret.ts'
import { environmentSource, findSources, type Variables } from './framework/config/sources.ts'
import { AddressList } from './framework/security/addresses.ts'
import { OriginList } from './framework/security/cors.ts'
import { WorkerCount } from './framework/workers/worker-count.ts'

const Environment = z.object({
  /** The profile: which files are read, and whether strangers call. */
  NODE_ENV: z.enum(profiles).default('development'),
  /** The address to listen at; 0.0.0.0 is reached from elsewhere too. */
  HOST: z.string().default('127.0.0.1'),
  /** The port to listen at; 0 takes one that is free. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** From which level on the log is written. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** How many of the requests that go well are logged: 0.01 is one of a hundred. */
  LOG_REQUESTS: z.coerce.number().min(0).max(1).default(1),
  /** Signs what the app gives to browsers. */
  APP_SECRET: secret(z.string().min(32, 'is shorter than 32 characters')).optional(),
  /** Whose X-Forwarded-* headers count: addresses and networks with commas between. */
  TRUSTED_PROXIES: AddressList,
  /** The only addresses and networks that are answered; empty: all are. */
  IP_ALLOW: AddressList,
  /** Addresses and networks that are refused. */
  IP_DENY: AddressList,
  /** Whose pages may read answers: origins with commas between, or * for all. */
  CORS_ORIGINS: OriginList,
  /** Whether those pages may send their users' cookies. */
  CORS_CREDENTIALS: z.stringbool().default(false),
  /** Requests a minute from one address; 0: as many as they like. */
  RATE_LIMIT: z.coerce.number().int().min(0).default(1000),
  /** Writes a minute from one address; 0: as many as they like. */
  RATE_LIMIT_WRITES: z.coerce.number().int().min(0).default(300),
  /** Answers 503 to everything but health; so does a file called .maintenance, while it is there. */
  MAINTENANCE: z.stringbool().default(false),
  /** Whether /openapi.json is there; without a word, outside of production only. */
  OPENAPI: z.stringbool().optional(),
  /** Lets who sends it ask a guarded app what it is and how it is: /_elif, /health/detail. */
  DESCRIBE_TOKEN: secret(z.string().min(32, 'is shorter than 32 characters')).optional(),
  /** How many processes serve on the port together; auto: one for each processor. */
  WORKERS: WorkerCount,
  /** The megabytes that one of them may hold until another takes its place; 0: as many as it likes. */
  WORKER_MEMORY: z.coerce.number().int().min(0).default(0),
  // #region elif:environment
  // #endregion elif:environment
})

export type Config = ReturnType<typeof readConfig>

/**
 * Everything that differs from one place to the next. Only this file reads the environment, and what
 * `findSources` puts under it; given variables, it reads nothing else.
 */
export function readConfig(environment?: Variables) {
  const read = readSettings(Environment, sourcesOf(environment))
  const isProduction = isGuarded(read.NODE_ENV)
  const redact = redactionOf(Environment, read)

  return {
    environment: read.NODE_ENV,
    http: {
      host: read.HOST,
      port: read.PORT,
      bodyLimit: 1_048_576,
      queryLimits: { length: 8192, parameters: 100 },
      requestTimeout: 30_000,
      headersTimeout: 15_000,
      keepAliveTimeout: 72_000,
      idleTimeout: 120_000,
      drainTimeout: 10_000,
      logRequests: { share: read.LOG_REQUESTS, slow: 1000 },
      load: { requests: 1000, wait: 250 },
      maintenance: { on: read.MAINTENANCE, file: '.maintenance', retryAfter: 60 },
      compress: { threshold: 1024 },
      checkReplies: !isProduction,
      showErrors: !isProduction,
      redact,
      allowOpenWrites: !isProduction,
      notePlaces: !isProduction,
    },
    workers: {
      count: read.WORKERS,
      memoryLimit: read.WORKER_MEMORY * 1_048_576,
      startTime: 60_000,
      silence: 30_000,
      backoff: { first: 250, most: 10_000, calm: 30_000 },
      tries: 5,
      keys: 100_000,
    },
    openApi: { serve: read.OPENAPI ?? !isProduction },
    describe: { open: !isProduction, token: read.DESCRIBE_TOKEN },
    security: {
      trustedProxies: read.TRUSTED_PROXIES,
      ip: { allow: read.IP_ALLOW, deny: read.IP_DENY },
      headers: { strictTransport: 31_536_000 },
      cors: { origins: read.CORS_ORIGINS, credentials: read.CORS_CREDENTIALS, maxAge: 600 },
      rateLimit: {
        reads: { quota: read.RATE_LIMIT, window: 60_000 },
        writes: { quota: read.RATE_LIMIT_WRITES, window: 60_000 },
        keys: 100_000,
      },
      // Outside of production, what was signed holds until the next start.
      csrf: {
        key: read.APP_SECRET ?? (isProduction ? undefined : randomBytes(32).toString('hex')),
        lifetime: 43_200_000,
      },
    },
    log: { level: read.LOG_LEVEL, redact },
  }
}

/** Where each setting comes from, without the secrets among them. */
export const explainConfig = (environment?: Variables) =>
  explainSettings(Environment, sourcesOf(environment))

const sourcesOf = (environment?: Variables) =>
  environment ? [environmentSource(environment)] : findSources(process.env)
