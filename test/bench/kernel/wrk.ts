import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { z } from 'zod'

import { CLIENT_CORE } from './server.ts'

const run = promisify(execFile)

export type Asking = { url: string; body?: string; seconds: number; connections?: number }

const Figures = z.object({
  requests: z.number(),
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
  refused: z.number(),
  broken: z.number(),
})
export type Figures = z.output<typeof Figures>

export async function requireWrk(): Promise<void> {
  const found = await run('wrk', ['-v']).catch(({ stdout }: { stdout?: string }) => stdout)
  if (found) return
  throw new Error('The benchmark needs wrk, which asks for it: apt-get install wrk')
}

/** Asks as fast as it is answered; answers how fast that was, in milliseconds and requests a second. */
export async function ask({ url, body, seconds, connections = 64 }: Asking): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'elif-wrk-'))
  const script = join(folder, 'ask.lua')
  writeFileSync(script, (body === undefined ? '' : posting(body)) + telling)
  const words = ['-c', CLIENT_CORE, 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`]
  try {
    const { stdout } = await run('taskset', [...words, '-s', script, url])
    return Figures.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** wrk's scripts are Lua, where a long string stands between `[[` and `]]`. */
const posting = (body: string) => `
wrk.method = "POST"
wrk.headers["content-type"] = "application/json"
wrk.body = [[${body}]]
`

const telling = `
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\\n{"requests":%d,"perSecond":%f,"p50":%f,"p99":%f,"refused":%d,"broken":%d}\\n',
    summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
`
