import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

import { StartError } from '../lifecycle/start-error.ts'

export type Environment = Record<string, string | undefined>

/** Whether all was compiled that a start needs, or only what loading needs, and why. */
export type Warmed = { kind: 'started' } | { kind: 'loaded'; because: string }

/** Stops the app once it has listened, and answered; a fault that is no refusal has its own code. */
const preload = `
import { subscribe } from 'node:diagnostics_channel'
import { get } from 'node:http'
import { flushCompileCache } from 'node:module'

process.on('uncaughtExceptionMonitor', () => process.on('exit', () => (process.exitCode = 70)))
subscribe('fastify.initialization', ({ fastify }) => {
  const { listen } = fastify
  fastify.listen = async () => {
    await listen.call(fastify, { host: '127.0.0.1', port: 0 })
    const { port } = fastify.server.address()
    get({ port, path: '/health/live' }, (answer) => {
      answer.resume().on('end', () => {
        flushCompileCache()
        process.exit(0)
      })
    })
  }
})
`

/**
 * Starts the built app once, alone: in an empty folder, without the settings of this machine, with a
 * database that nobody has. What Node compiles meanwhile is kept beside the bundle.
 */
export async function warmUp(program: string, environment: Environment): Promise<Warmed> {
  if (!existsSync(program)) return { kind: 'loaded', because: 'there is no bin/serve.ts' }
  const place = mkdtempSync(join(tmpdir(), 'build-'))
  try {
    const { code, said } = await run(resolve(program), place, environment)
    if (code === 70) throw new StartError(`The built app does not load:\n${said}`)
    shareCache(join(dirname(program), 'cache'))
    return code === 0 ? { kind: 'started' } : { kind: 'loaded', because: said.trim() }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function run(program: string, place: string, { PATH, SystemRoot }: Environment) {
  const words = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, program]
  const child = spawn(process.execPath, words, {
    cwd: place,
    env: { PATH, SystemRoot, ...warmUpEnvironment },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 60_000,
  })
  const { promise, resolve: settle } = Promise.withResolvers<number | null>()
  child.once('exit', settle)
  const [code, said] = await Promise.all([promise, text(child.stderr)])
  return { code, said }
}

/** What the app is started with; it reaches nothing by it. */
export const warmUpEnvironment = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
}

/** Root, node in its images, the first user of most others, `nonroot`, nobody. */
const users = [0, 1000, 1001, 65_532, 65_534]

/** Node keeps compiled code apart for each user who runs it, and readable for that one only. */
function shareCache(cache: string) {
  if (!process.getuid || !existsSync(cache)) return
  const own = `-${process.getuid()}`
  for (const folder of readdirSync(cache).filter((name) => name.endsWith(own))) {
    for (const file of globSync(join(cache, folder, '*'))) chmodSync(file, 0o644)
    for (const user of users) {
      const link = join(cache, folder.slice(0, -own.length) + `-${user}`)
      if (!existsSync(link)) symlinkSync(folder, link)
    }
  }
}
