import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

import { freePort } from './listen.ts'
import { preload } from './preload.ts'
import { createTarget } from './target.ts'
import { type FailureReport, readMessage, type ToldRoute } from './worker-message.ts'
import { createWorkerOutput, type Output } from './worker-output.ts'

/** What a process said of its own failure, and what it printed last. */
export type Failure = { ending: string; printed: string; report?: FailureReport }

export type Boot = { kind: 'ready'; routes: ToldRoute[] } | { kind: 'failed'; failure: Failure }

type Options = {
  root: string
  environment: Record<string, string | undefined>
  onOutput: (output: Output) => void
}

export type Worker = Awaited<ReturnType<typeof startWorker>>

/** Nobody else is to reach the app, and the front door speaks HTTP/1.1 in the clear. */
const behindTheDoor = { HOST: '127.0.0.1', TLS: 'false' }

const patience = 12_000
const lastWords = 200

/** Starts the app's own `bin/serve.ts` on a port of its own and waits for nothing. */
export async function startWorker({ root, environment, onOutput }: Options) {
  const port = await freePort()
  const child = fork(join(root, 'bin/serve.ts'), [], {
    cwd: root,
    // The front door tells who asks; what a caller says of itself it passes on as such.
    env: { TRUSTED_PROXIES: '127.0.0.1', ...environment, ...behindTheDoor, PORT: String(port) },
    execArgv: ['--import', preload],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const output = createWorkerOutput(onOutput)
  output.attach(child.stdout, child.stderr)
  const { boot, exited } = follow(child, output.printed)

  return {
    target: createTarget(port),
    boot,
    exited,
    output,

    /** Asks the app to finish what it does; ends it when it takes too long. */
    async stop(): Promise<void> {
      const timer = setTimeout(() => child.kill('SIGKILL'), patience)
      child.kill('SIGTERM')
      await exited
      clearTimeout(timer)
    },

    kill() {
      child.kill('SIGKILL')
    },
  }
}

function follow(child: ChildProcess, printed: () => string) {
  const boot = Promise.withResolvers<Boot>()
  const exited = Promise.withResolvers<Failure>()
  const routes: ToldRoute[] = []
  let report: FailureReport | undefined

  child.on('message', (message) => {
    const told = readMessage(message)
    if (told?.kind === 'ready') boot.resolve({ kind: 'ready', routes })
    if (told?.kind === 'routes') routes.push(...told.routes)
    if (told?.kind === 'failure') report = told.failure
  })
  child.once('error', (fault) => end(`by a fault (${fault.message})`))
  child.once('exit', (code, signal) => {
    const ending = code === null ? `by ${signal}` : `with code ${code}`
    // A process that the app started may keep its streams open for ever.
    const timer = setTimeout(() => end(ending), lastWords)
    child.once('close', () => {
      clearTimeout(timer)
      end(ending)
    })
  })

  function end(ending: string) {
    const failure: Failure = { ending, printed: printed(), ...(report ? { report } : {}) }
    boot.resolve({ kind: 'failed', failure })
    exited.resolve(failure)
  }

  return { boot: boot.promise, exited: exited.promise }
}
