import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { freePort } from '../../made-app/port.ts'

/** A program of Node's that serves HTTP on PORT. */
export type Program = {
  name: string
  cwd: string
  words: string[]
  environment?: Record<string, string>
}

export type Server = {
  url: string
  /** From the start of the process to its first answer. */
  startMilliseconds: number
  /** Of the processor so far, in the process itself. */
  processorMicroseconds(): number
  megabytes(): number
  stop(): Promise<void>
}

/** The server has a core to itself; whoever asks it has the other. */
export const SERVER_CORE = '0'
export const CLIENT_CORE = '1'

export async function startServer({ name, cwd, words, environment }: Program): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  // What it logs goes to a file: a pipe would make the other core read it.
  const log = join(cwd, 'server.log')
  const output = openSync(log, 'w')
  const child = spawn('taskset', ['-c', SERVER_CORE, process.execPath, ...words], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...environment, PORT: String(port) },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const ended = once(child, 'exit')
  while ((await fetch(`${url}/hello`).catch(() => undefined))?.status !== 200) {
    if (child.exitCode !== null)
      throw new Error(`${name} ended with ${child.exitCode}:\n${readFileSync(log, 'utf8')}`)
    await sleep(2)
  }
  const startMilliseconds = performance.now() - began

  return {
    url,
    startMilliseconds,
    processorMicroseconds: () => processorMicroseconds(child.pid),
    megabytes: () => residentMegabytes(child.pid),
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Linux counts the time of a process in hundredths of a second, in user mode and in its own. */
function processorMicroseconds(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

function residentMegabytes(pid: number | undefined): number {
  const [, kilobytes] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
