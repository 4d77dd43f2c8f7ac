import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { freePort } from '../made-app/port.ts'
import { newApp, type Place } from './place.ts'
import { inRounds, type Timed } from './rounds.ts'
import { timedNode, timedProgram } from './timed-program.ts'

export type AppFigures = { starts: Timed[]; memory: { name: string; megabytes: number }[] }

const Manifest = z.object({ scripts: z.object({ start: z.string().startsWith('node ') }) })

/** A made app with one resource: from its start to its first answer from the database, and its memory. */
export async function benchApp(place: Place): Promise<AppFigures> {
  const { environment } = place
  const app = newApp(place, 'started')
  timedProgram('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: app })
  const fields = ['name:string', 'price:decimal(10,2)', 'description:text?', 'available:boolean']
  timedNode(['elif', 'make:resource', 'Product', ...fields], { cwd: app, environment })
  timedNode(['elif', 'migrate'], { cwd: app, environment })
  const url = databaseUrl(app, environment)

  const { scripts } = Manifest.parse(JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')))
  const words = scripts.start.split(' ').slice(1)
  const memory = new Map<string, number>()
  const contestant = (name: string, variables: Record<string, string>) => ({
    name,
    run: async () => {
      const started = await start(app, words, { ...environment, DATABASE_URL: url, ...variables })
      memory.set(name, started.megabytes)
      return started.milliseconds
    },
  })
  const starts = await inRounds([
    contestant('npm start as made (compile cache)', {}),
    contestant('the same without compile cache', { NODE_DISABLE_COMPILE_CACHE: '1' }),
  ])
  return { starts, memory: [...memory].map(([name, megabytes]) => ({ name, megabytes })) }
}

function databaseUrl(app: string, environment: Record<string, string>): string {
  const env = { ...process.env, ...environment }
  const answer = execFileSync(process.execPath, ['elif', 'db:url', '--json'], { cwd: app, env })
  return z.object({ url: z.string() }).parse(JSON.parse(answer.toString())).url
}

/** Starts the app, waits for its first list of products, lets it rest and looks at its memory. */
async function start(app: string, words: string[], environment: Record<string, string>) {
  const port = await freePort()
  const env = { ...process.env, ...environment, PORT: String(port) }
  const began = performance.now()
  const child = spawn(process.execPath, words, { cwd: app, env, stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!(await answers(`http://127.0.0.1:${port}/products`))) {
    if (child.exitCode !== null) throw new Error(`the app ended with ${child.exitCode}`)
    await sleep(2)
  }
  const milliseconds = performance.now() - began
  await sleep(2000)
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()
  child.kill('SIGTERM')
  await ended
  return { milliseconds, megabytes: Number(kilobytes) / 1024 }
}

const answers = async (url: string) => (await fetch(url).catch(() => undefined))?.status === 200
