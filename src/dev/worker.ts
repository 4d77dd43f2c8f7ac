import { fork } from 'node:child_process'
import { join } from 'node:path'

import { freePort } from './listen.ts'
import { preload } from './preload.ts'
import { createTarget } from './target.ts'
import { type FailureReport, readMessage, type ToldRoute } from './worker-message.ts'

export type Output = { stream: 'stdout' | 'stderr'; text: string }

/** What a process said of its own failure, and what it printed last. */
export type Failure = { ending: string; printed: string; report?: FailureReport }

export type Boot = { kind: 'ready'; routes: ToldRoute[] } | { kind: 'failed'; failure: Failure }

type Options = {
  root: string
  environment: Record<string, string | undefined>
  onOutput: (output: Output) => void
}

export type Worker = Awaited<ReturnType<typeof startWorker>>

const kept = 8_000
const patience = 12_000

/** Starts the app's own `bin/serve.ts` on a port of its own and waits for nothing. */
export async function startWorker({ root, environment, onOutput }: Options) {
  const port = await freePort()
  const child = fork(join(root, 'bin/serve.ts'), [], {
    cwd: root,
    env: { ...environment, HOST: '127.0.0.1', PORT: String(port) },
    execArgv: ['--import', preload],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  let report: FailureReport | undefined
  const routes: ToldRoute[] = []
  const ready = Promise.withResolvers<Boot>()
  const exited = Promise.withResolvers<Failure>()

  child.stdout?.setEncoding('utf8').on('data', (text) => onOutput({ stream: 'stdout', text }))
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    printed = (printed + text).slice(-kept)
    onOutput({ stream: 'stderr', text })
  })
  child.on('message', (message) => {
    const told = readMessage(message)
    if (told?.kind === 'ready') ready.resolve({ kind: 'ready', routes })
    if (told?.kind === 'routes') routes.push(...told.routes)
    if (told?.kind === 'failure') report = told.failure
  })
  // `close` follows `exit` when the last output has been read.
  child.once('close', (code, signal) => end(code === null ? `by ${signal}` : `with code ${code}`))
  child.once('error', (fault) => end(`by a fault (${fault.message})`))

  function end(ending: string) {
    const failure: Failure = { ending, printed, ...(report ? { report } : {}) }
    ready.resolve({ kind: 'failed', failure })
    exited.resolve(failure)
  }

  return {
    target: createTarget(port),
    boot: ready.promise,
    exited: exited.promise,

    /** Asks the app to finish what it does; ends it when it takes too long. */
    async stop(): Promise<void> {
      const timer = setTimeout(() => child.kill('SIGKILL'), patience)
      child.kill('SIGTERM')
      await exited.promise
      clearTimeout(timer)
    },

    kill() {
      child.kill('SIGKILL')
    },
  }
}
