import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { DevEvent } from '../../src/dev/dev-event.ts'
import { runDev } from '../../src/dev/run-dev.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const serve = `
import { createServer } from 'node:http'
import { answer } from '../src/app.ts'

const server = createServer(answer)
process.once('SIGTERM', () => server.close(() => process.exit(0)))
server.listen(Number(process.env.PORT), process.env.HOST, () => process.send?.('ready'))
`

/** The source of an app that answers every request with a text. */
export const answering = (text: string) => `
import type { ServerResponse } from 'node:http'

export const answer = (request: unknown, response: ServerResponse) => response.end('${text}')
`

/** A folder with the two files `elif dev` needs, the dev server on it, and what it said. */
export async function openTinyApp(app = answering('one')) {
  const root = scratchFolder('elif-dev-')
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const read = (path: string) => {
    try {
      return readFileSync(join(root, path), 'utf8')
    } catch {
      return undefined
    }
  }
  put('package.json', '{ "type": "module" }\n')
  put('bin/serve.ts', serve)
  put('src/app.ts', app)

  const events: DevEvent[] = []
  let migrations = 0
  const dev = await runDev({
    root,
    port: { number: 0, host: '127.0.0.1', orNext: false },
    environment: () => ({ ...process.env }),
    read,
    emit: (event) => events.push(event),
    onMigrations: () => (migrations += 1),
  })
  const listening = events.find((event) => event.kind === 'listening')
  const url = listening?.kind === 'listening' ? listening.url : ''

  return {
    root,
    url,
    events,
    put,
    first: dev.first,
    migrations: () => migrations,
    kinds: () => events.map((event) => event.kind),
    get: (path = '/', init: RequestInit = {}) => fetch(`${url}${path}`, init),

    /** Waits for the next event of a kind; call it before what causes it. */
    async next<Kind extends DevEvent['kind']>(kind: Kind): Promise<DevEvent & { kind: Kind }> {
      for (let from = events.length; ; await new Promise((resolve) => setTimeout(resolve, 5))) {
        const found = events.slice(from).find((event) => event.kind === kind)
        if (found) return found as DevEvent & { kind: Kind }
        from = Math.min(from, events.length)
      }
    },

    close: dev.close,

    [Symbol.asyncDispose]: () => dev.close(),
  }
}
