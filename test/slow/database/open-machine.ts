import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Client } from 'pg'

import { openClient } from '../../../src/database/client.ts'
import { databaseUrl } from '../../../src/database/database-url.ts'
import { serverStatus, stopServer } from '../../../src/database/server-control.ts'
import { type ServerKind, serverPlace } from '../../../src/database/server-place.ts'

export type Machine = ReturnType<typeof openMachine>

/** Folders of a user who has never called elif before; servers in them end with the test. */
export function openMachine(settings: Record<string, string> = {}) {
  const folder = mkdtempSync('/tmp/elif-machine-')
  chmodSync(folder, 0o755)
  const env: Record<string, string | undefined> = {
    ...process.env,
    DATABASE_URL: undefined,
    XDG_CACHE_HOME: sharedCache(),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    ...settings,
  }
  mkdirSync(join(folder, 'run'), { mode: 0o755 })
  const purposes = { durable: 'development', fast: 'test' } as const
  const url = async (kind: ServerKind, name = 'shop') =>
    (await databaseUrl({ root: `/apps/${name}`, name, env, purpose: purposes[kind] })).url
  return {
    folder,
    env,
    url,
    place: (kind: ServerKind) => serverPlace(kind, env),
    status: (kind: ServerKind) => serverStatus(kind, env),
    stop: (kind: ServerKind) => stopServer(kind, env),
    keeper: (kind: ServerKind) => Number(recordOf(kind, env)?.keeper),
    hasKeeper: (kind: ServerKind) => existsSync(serverPlace(kind, env).record),
    remove: (path: string) => rmSync(join(folder, path), { recursive: true }),
    async [Symbol.asyncDispose]() {
      for (const kind of ['durable', 'fast'] as const) {
        await stopServer(kind, env).catch(() => {})
        const { keeper } = recordOf(kind, env) ?? {}
        await until(() => keeper === undefined || !isAlive(keeper))
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a query answers: the rows, each as an array of its values. */
export async function ask(url: string, question: string): Promise<unknown[][]> {
  await using held = await connected(url)
  const { rows } = await held.client.query<unknown[]>({ text: question, rowMode: 'array' })
  return rows
}

export async function connected(url: string): Promise<AsyncDisposable & { client: Client }> {
  const client = await openClient(url)
  return { client, [Symbol.asyncDispose]: () => client.end() }
}

/** Runs `print-url.ts` in a process of its own; answers what it printed. */
export function printUrl(
  kind: ServerKind,
  env: Machine['env'],
  user: { uid?: number; gid?: number } = {},
): Promise<string> {
  const script = join(import.meta.dirname, 'print-url.ts')
  const { promise, resolve } = Promise.withResolvers<string>()
  const child = spawn(process.execPath, [script, kind], { env, cwd: '/', ...user })
  let printed = ''
  child.stdout.on('data', (text) => (printed += text))
  child.stderr.on('data', (text) => (printed += text))
  child.once('close', () => resolve(printed.trim()))
  return promise
}

/** The error of something that has to fail; undefined when it did not. */
export const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { code: string; message: string; hint: string }) => error,
  )

/** Waits until something is true; the test's own time limit is the deadline. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50))
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function recordOf(kind: ServerKind, env: Machine['env']): { keeper: number } | undefined {
  const { record } = serverPlace(kind, env)
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : undefined
}

/** Binaries and initialised folders are made once for all machines of all runs. */
function sharedCache(): string {
  const folder = join('/tmp', `elif-test-cache-${process.getuid?.()}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}
