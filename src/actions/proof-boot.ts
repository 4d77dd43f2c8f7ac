import { setTimeout as sleep } from 'node:timers/promises'

import { startWorker, type Failure } from '../dev/worker.ts'
import { messageOf } from '../errors/message-of.ts'
import { failed, inApp, passed, type ProofPlace, type Verdict } from './proof-place.ts'

const patience = 30_000

/** Starts the app on a port of its own and asks whether it is ready. */
export async function proveBoot(place: ProofPlace): Promise<Verdict> {
  const { root, database, signal, onLine } = place
  const environment = {
    ...place.environment,
    ...(database && { DATABASE_URL: database.url }),
    NODE_ENV: 'development',
  }
  const worker = await startWorker({ root, environment, onOutput: ({ text }) => onLine(text) })
  const stop = () => worker.kill()
  signal.addEventListener('abort', stop)
  try {
    const late = sleep(patience, { kind: 'late' } as const, { ref: false })
    const boot = await Promise.race([worker.boot, late])
    if (boot.kind === 'late') return failed(`The app did not start within ${patience / 1000} s.`)
    if (boot.kind === 'failed') return failed(inApp(place, reason(boot.failure)))
    return await ready(worker.target.port)
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.stop()
  }
}

async function ready(port: number): Promise<Verdict> {
  try {
    const url = `http://127.0.0.1:${port}/health/ready`
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) })
    if (answer.ok) return passed('The app started and /health/ready answered 200.')
    return failed(`/health/ready answered ${answer.status}: ${await answer.text()}`)
  } catch (fault) {
    return failed(`/health/ready did not answer: ${messageOf(fault)}`)
  }
}

/** What the app said of itself; else what it printed. */
function reason({ ending, printed, report }: Failure): string {
  const said = report ? `${report.name}: ${report.message}` : ''
  return [`The app ended ${ending}.`, said, printed].filter(Boolean).join('\n')
}
