import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

import { expect } from 'vitest'

import type { Http, HttpSettings } from '#app/framework/http/server.ts'
import { readConfig } from '#app/config.ts'
import { leastEnvironment } from './least-environment.ts'
import { openHttp } from './open-http.ts'

type Bytes = string | Buffer

/** What came back over one connection until the other side hung up, and the statuses in it. */
export type Talk = { statuses: number[]; text: string }

const variables = {
  ...leastEnvironment,
  NODE_ENV: 'production',
  APP_SECRET: 'a secret of more than thirty-two characters',
  RATE_LIMIT: '0',
  RATE_LIMIT_WRITES: '0',
}

/** The server as production has it, on a port, for bytes that no HTTP client would send. */
export async function openSockets(
  changed: Partial<HttpSettings> = {},
  routes: (http: Http) => void = echoes,
) {
  const { http: usual, security } = readConfig(variables)
  const http = openHttp(routes, { ...usual, security, ...changed })
  const { port } = new URL(await http.listen({ port: 0, host: '127.0.0.1' }))

  /** Sends pieces, with a pause between them. */
  async function talk(pieces: Bytes | Bytes[], pause = 0): Promise<Talk> {
    const socket = connect(Number(port), '127.0.0.1')
    const received: Buffer[] = []
    socket.on('data', (bytes) => received.push(bytes))
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    for (const piece of [pieces].flat()) {
      if (socket.destroyed) break
      socket.write(piece)
      if (pause > 0) await after(pause)
    }
    await closed
    const text = Buffer.concat(received).toString()
    return {
      text,
      statuses: [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((each) => Number(each[1])),
    }
  }

  return {
    talk,
    connect: () => connect(Number(port), '127.0.0.1').on('error', () => {}),
    /** Whatever came before: the next caller is answered as ever. */
    async expectAlive() {
      const { statuses, text } = await talk(get('/', 'Connection: close'))
      expect([statuses, text.split('\r\n\r\n').at(-1)]).toEqual([[200], '"home"'])
    },
    [Symbol.asyncDispose]: () => http.close(),
  }
}

function echoes(http: Http) {
  http.get('/', async () => JSON.stringify('home'))
  http.get('/last', async () => 'last')
  http.get('/kites/:name', async ({ params, query, headers }) => ({
    params,
    query,
    cookie: headers.cookie,
  }))
  http.post('/', { config: { policy: 'public' } }, async ({ body }) => ({ body: body ?? null }))
}

const message = (line: string, headers: string[]) => [line, ...headers, '', ''].join('\r\n')

export const get = (target: string, ...headers: string[]) =>
  message(`GET ${target} HTTP/1.1`, ['Host: shop.example', ...headers])

/** A write of JSON; how long it is, is left to the headers. */
export const post = (...headers: string[]) =>
  message('POST / HTTP/1.1', ['Host: shop.example', 'Content-Type: application/json', ...headers])

/** What the next one on the connection asks for, after which the server hangs up. */
export const last = get('/last', 'Connection: close')
