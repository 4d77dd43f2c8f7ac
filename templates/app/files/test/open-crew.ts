import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { createServer } from 'node:net'
import { json, text } from 'node:stream/consumers'

/** What has been compiled once is not compiled again for each worker. */
const quick = { NODE_OPTIONS: '', NODE_COMPILE_CACHE: 'node_modules/.cache/node' }

type Answer = { status: number | undefined; body: unknown }

/** Runs `test/crew-program.ts` and waits until its workers answer; `variables` are for it. */
export async function openCrew(variables: Record<string, string> = {}) {
  const port = await freePort()
  const child = spawn(process.execPath, ['test/crew-program.ts'], {
    env: { ...process.env, ...quick, ...variables, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += data))
  const ended = once(child, 'exit')
  await Promise.race([once(child, 'message'), ended])

  return {
    /** Asks on a connection of its own, or on those that an agent keeps. */
    ask: (path: string, agent: Agent | false = false) => ask(port, path, agent),
    put: (path: string, body: object) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify(body),
      }),
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    /** The code with which the program ends, or the signal. */
    ended: ended.then(([code, signal]) => code ?? signal),
    said: () => said,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Fails where the connection does, as one that was on its way to a worker which has just crashed. */
async function ask(port: number, path: string, agent: Agent | false): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const asked = get({ host: '127.0.0.1', port, path, agent, timeout: 6000 }, (reply) => {
    const isJson = reply.headers['content-type']?.includes('json')
    const reading: Promise<unknown> = isJson ? json(reply) : text(reply)
    reading.then((body) => resolve({ status: reply.statusCode, body }), reject)
  })
  asked.on('error', reject)
  asked.on('timeout', () => asked.destroy(new Error(`${path} was not answered.`)))
  return promise
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
