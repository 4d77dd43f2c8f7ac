import type { MadeApps } from './made-apps.ts'
import type { Program } from './server.ts'

export const RAW = 'node:http + ajv'
export const FASTIFY = 'Fastify, plain'
export const USUAL = 'Fastify + helmet, cors, rate-limit'
export const USUAL_ONE = 'the same, one log line'
export const USUAL_TWO = 'the same, its own two log lines'
export const NEST = 'NestJS (express) + class-validator'
export const ADONIS = 'AdonisJS + vine'
export const HONO = 'hono + zod'

/** All that answer the same two requests, the made app in its three forms among them. */
export function contestants(peers: string, { alone, secure, whole }: MadeApps): Program[] {
  const peer = (name: string, file: string, environment: Record<string, string> = {}) => ({
    name,
    cwd: peers,
    words: [file],
    environment,
  })
  return [
    peer(RAW, 'raw.js'),
    alone,
    peer(FASTIFY, 'fastify-plain.js'),
    secure,
    peer(USUAL, 'fastify-usual.js'),
    whole,
    peer(USUAL_ONE, 'fastify-usual.js', { LOG: 'one' }),
    peer(USUAL_TWO, 'fastify-usual.js', { LOG: 'two' }),
    peer(HONO, 'hono-zod.js'),
    peer(ADONIS, 'adonis.js'),
    peer(NEST, 'nest.js'),
  ]
}
