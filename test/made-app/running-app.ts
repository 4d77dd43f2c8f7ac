import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { becomesReady } from './becomes-ready.ts'
import type { MadeApp } from './made-app.ts'
import { freePort } from './port.ts'

/** An app that answers; disposing it ends its whole process group. */
export type RunningApp = {
  url: string
  ask(path: string, init?: RequestInit): Promise<Answer>
  log(): string
  /** Null while it runs, and where a signal has ended it. */
  exitCode(): number | null
  [Symbol.asyncDispose](): Promise<void>
}
export type Answer = { status: number; type: string; body: unknown }

/** Starts the app by one of its commands and waits until it is ready. */
export async function startApp(
  app: MadeApp,
  [command = 'npm', ...words]: string[] = ['npm', 'start'],
): Promise<RunningApp> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(command, words, {
    cwd: app.root,
    env: { ...process.env, NODE_ENV: undefined, ...app.environment, PORT: String(port) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stdout.on('data', (text) => (log += text))
  child.stderr.on('data', (text) => (log += text))

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    const ended = once(child, 'exit')
    process.kill(-child.pid, 'SIGTERM')
    const impatient = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 20_000)
    await ended
    clearTimeout(impatient)
  }

  const alive = () => child.exitCode === null
  if (!(await becomesReady(url, alive))) {
    await stop()
    throw new Error(`${[command, ...words].join(' ')} did not become ready:\n${log}`)
  }
  return {
    url,
    ask: (path, init) => ask(url + path, init),
    log: () => log,
    exitCode: () => child.exitCode,
    [Symbol.asyncDispose]: stop,
  }
}

async function ask(url: string, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(url, init)
  const type = answer.headers.get('content-type') ?? ''
  const text = await answer.text()
  return { status: answer.status, type, body: type.includes('json') ? JSON.parse(text) : text }
}

/** A request with a JSON body. */
export const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
