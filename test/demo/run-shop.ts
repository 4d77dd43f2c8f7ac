import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { becomesReady } from '../made-app/becomes-ready.ts'
import { freePort } from '../made-app/port.ts'
import { say } from './say.ts'
import { environment } from './shop-program.ts'

/** Starts the shop in development, on port 3000 when it is free, and waits until it is ready. */
export async function runShop(shop: string) {
  const port = await freePort(3000)
  const url = `http://127.0.0.1:${port}`
  say.command(port === 3000 ? './elif dev' : `PORT=${port} ./elif dev`)
  const child = spawn(process.execPath, ['elif', 'dev'], {
    cwd: shop,
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'exit')
  // Ctrl-C reaches the shop as well, which ends by itself; the demo only waits for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))

  const running = () => child.exitCode === null && child.signalCode === null
  async function stop(): Promise<void> {
    if (running()) child.kill('SIGTERM')
    await ended
  }
  if (!(await becomesReady(url, running))) {
    await stop()
    throw new Error('The shop did not become ready within a minute; what it said is above.')
  }
  return { url, ended, stop }
}
