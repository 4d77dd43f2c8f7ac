import { globSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { z } from 'zod'

const Keeper = z.object({ keeper: z.int(), socket: z.string() })

/** Ends the database servers whose records lie below a state folder, and waits until they are gone. */
export async function stopServers(state: string): Promise<void> {
  const records = globSync('**/record.json', { cwd: state }).map((path) => join(state, path))
  await Promise.all(records.map(stopServer))
}

async function stopServer(record: string): Promise<void> {
  const { keeper, socket } = Keeper.parse(JSON.parse(readFileSync(record, 'utf8')))
  const connection = connect(socket)
  connection.on('error', () => connection.destroy())
  connection.write('"stop"\n')
  const until = Date.now() + 20_000
  while (isAlive(keeper) && Date.now() < until) await sleep(50)
  connection.destroy()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
