import { Agent } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'

import { expect, test, vi } from 'vitest'

import { openCrew } from '../../../test/open-crew.ts'

type Opened = Awaited<ReturnType<typeof openCrew>>

// Several processes start for each of these, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000 })

async function pidsOf(crew: Opened) {
  const { body } = await crew.ask('/health/detail')
  const { workers } = body as { workers: { process: number }[] }
  return workers.map((worker) => worker.process)
}

test('workers share the port, and whichever answers tells of all', async () => {
  await using crew = await openCrew()
  const pids = await pidsOf(crew)
  expect(pids).toHaveLength(2)
  const asked = await Promise.all(Array.from({ length: 8 }, () => crew.ask('/pid')))
  expect(new Set(asked.map(({ body }) => Object(body).pid))).toEqual(new Set(pids))
  const ready = { status: 'ready', workers: { ready: 2, wanted: 2 } }
  expect(await crew.ask('/health/ready')).toEqual({ status: 200, body: ready })
  const resources = { TCPSocketWrap: expect.any(Number) }
  expect(await crew.ask('/health/detail')).toMatchObject({
    body: { state: 'ready', resources, crew: { ready: 2, wanted: 2, crashes: 0 } },
  })

  const statuses: unknown[] = []
  for (let n = 0; n < 12; n += 1) statuses.push((await crew.ask('/five')).status)
  expect(statuses).toEqual([...Array(5).fill(200), ...Array(7).fill(429)])
})

test('all workers are replaced without a failed request, on connections that stay open', async () => {
  await using crew = await openCrew()
  const before = await pidsOf(crew)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const over = new AbortController()
  let answered = 0
  async function askOnAndOn(own: Agent | false) {
    while (!over.signal.aborted) {
      expect(await crew.ask('/pid', own)).toMatchObject({ status: 200 })
      answered += 1
    }
  }
  const asking = [agent, new Agent({ keepAlive: true, maxSockets: 1 }), false as const, agent]
  const load = Promise.all(asking.map(askOnAndOn))
  crew.signal('SIGHUP')
  await vi.waitFor(
    async () => {
      const now = await pidsOf(crew)
      expect(now).toHaveLength(2)
      expect(now.filter((pid) => before.includes(pid))).toEqual([])
    },
    { timeout: 60_000, interval: 50 },
  )
  over.abort()
  await load
  expect(answered).toBeGreaterThan(50)
  agent.destroy()
})

test('a level of the log that one worker is told holds for all, and for those that follow', async () => {
  await using crew = await openCrew()
  const levels = async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => crew.ask('/pid')))
    const told = asked.map(({ body }) => body as { pid: number; level: string })
    return new Map(told.map(({ pid, level }) => [pid, level]))
  }
  const hold = (level: string, newcomers = 2, before: number[] = []) =>
    vi.waitFor(
      async () => {
        const told = await levels()
        expect([...told.values()]).toEqual([level, level])
        expect([...told.keys()].filter((pid) => !before.includes(pid))).toHaveLength(newcomers)
      },
      { timeout: 60_000, interval: 50 },
    )
  await hold('warn')
  expect((await crew.put('/_elif/log', { level: 'fatal' })).status).toBe(200)
  await hold('fatal')
  const before = await pidsOf(crew)
  await crew.ask('/crash').catch(() => {})
  await hold('fatal', 1, before)
  // The log of the supervisor is the same one to its reader, and this is an error.
  expect(crew.said()).not.toContain('a worker has ended')
})

test('a worker that crashes, hangs or grows is followed by another', async () => {
  await using crew = await openCrew()
  const replaced = (gone: number[]) =>
    vi.waitFor(
      async () => {
        const now = await pidsOf(crew)
        expect(now).toHaveLength(2)
        expect(now.filter((pid) => gone.includes(pid))).toHaveLength(1)
      },
      { timeout: 60_000, interval: 50 },
    )
  for (const fault of ['/crash', '/hang', '/grow']) {
    const before = await pidsOf(crew)
    await crew.ask(fault).catch(() => {})
    await replaced(before)
  }
  expect(crew.said()).toContain('"ending":"with 7"')
  expect(crew.said()).toContain('a worker does not answer and is killed')
  expect(crew.said()).toContain('a worker takes too much memory and is replaced')
})

test('SIGTERM lets what is under way finish in all workers', async () => {
  await using crew = await openCrew()
  const asked = Array.from({ length: 4 }, () => crew.ask('/slow'))
  await after(150)
  crew.signal('SIGTERM')
  expect((await Promise.all(asked)).map(({ body }) => body)).toEqual(Array(4).fill('slow'))
  expect(await crew.ended).toBe(0)
})

test('an app that cannot start ends, and says so once', async () => {
  await using crew = await openCrew({ FAILS: 'yes' })
  expect(await crew.ended).toBe(1)
  expect(crew.said()).toBe('The first worker ended with 3.\n')
})

test('a crew that is told to stop while it starts is no failure', async () => {
  await using crew = await openCrew({ IS_STOPPED: 'yes' })
  expect([await crew.ended, crew.said()]).toEqual([0, ''])
})
