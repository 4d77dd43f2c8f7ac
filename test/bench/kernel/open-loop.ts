import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asks so often a second, whether the answers keep up or not, on connections that are kept as a proxy
 * keeps them, and prints how each was answered: `node open-loop.ts URL PER_SECOND SECONDS`. Waiting
 * counts from when a request was due, and after the first second, in which a load is noticed.
 */
const [url = '', perSecond = '0', seconds = '0'] = process.argv.slice(2)
const PATIENCE = 5000
/** Fewer than a server lets wait until it accepts them. */
const CONNECTIONS = 500
const NOTICED = 1000

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, maxFreeSockets: CONNECTIONS })
const accepted: number[] = []
const shed: number[] = []
const failed = { reset: 0, timeout: 0, other: 0, withoutRetryAfter: 0 }
let open = 0

/** All at once, so that each has a connection of its own. */
async function openConnections() {
  const opened = Array.from({ length: CONNECTIONS }, () => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    get(new URL('/hello', url), { agent }, (answer) => answer.resume().on('end', resolve)).on(
      'error',
      reject,
    )
    return promise
  })
  await Promise.all(opened)
}

function askOnce(due: number, isCounted: boolean) {
  open += 1
  const asking = get(url, { agent, timeout: PATIENCE }, (answer) => {
    answer.resume().on('end', () => {
      const isTaken = answer.statusCode === 200
      const comesAgain = answer.headers['retry-after'] !== undefined
      if (!isTaken && answer.statusCode !== 503) failed.other += 1
      else if (!isTaken && !comesAgain) failed.withoutRetryAfter += 1
      else if (isCounted) (isTaken ? accepted : shed).push(performance.now() - due)
    })
  })
  asking.on('timeout', () => {
    failed.timeout += 1
    asking.destroy()
  })
  asking.on('error', () => (failed.reset += 1))
  asking.on('close', () => (open -= 1))
}

await openConnections()
const began = performance.now()
const total = Math.round(Number(perSecond) * Number(seconds))
for (let sent = 0; sent < total;) {
  const now = performance.now()
  for (; sent < total; sent += 1) {
    const due = began + (sent * 1000) / Number(perSecond)
    if (due > now) break
    askOnce(due, due > began + NOTICED)
  }
  await sleep(1)
}
const isOver = () => open === 0
while (!isOver()) await sleep(10)
agent.destroy()

const at = (waits: number[], share: number) =>
  waits.toSorted((one, other) => one - other)[Math.floor(waits.length * share)] ?? 0
const told = (waits: number[]) => ({
  count: waits.length,
  p50: at(waits, 0.5),
  p99: at(waits, 0.99),
  most: Math.max(0, ...waits),
})
console.log(JSON.stringify({ sent: total, accepted: told(accepted), shed: told(shed), ...failed }))
