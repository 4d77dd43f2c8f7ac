import { isReady, type ProcessHealth } from './process-health.ts'

/** All processes of an app that serves by several, as their supervisor knows them. */
export type CrewHealth = {
  process: number
  seconds: number
  /** What the supervisor itself takes. */
  memory: ProcessHealth['memory']
  /** How many workers there should be. */
  wanted: number
  /** How many have ended without being asked to. */
  crashes: number
  workers: ProcessHealth[]
}

/** The same, as the supervisor itself reads it. */
export function readCrew(crew: Pick<CrewHealth, 'wanted' | 'crashes' | 'workers'>): CrewHealth {
  const { rss, heapUsed, heapTotal } = process.memoryUsage()
  return {
    process: process.pid,
    seconds: Math.round(process.uptime()),
    memory: { rss, heapUsed, heapTotal },
    ...crew,
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/** The app as one, whichever of its processes answers; each of them in `workers`. */
export function together(crew: CrewHealth) {
  const { workers, wanted, crashes } = crew
  const memories = [crew.memory, ...workers.map(({ memory }) => memory)]
  const loops = workers.map(({ eventLoop }) => eventLoop)
  return {
    state: workers.some(isReady) ? 'ready' : (workers[0]?.state ?? 'starting'),
    process: crew.process,
    seconds: crew.seconds,
    memory: {
      rss: sum(memories.map(({ rss }) => rss)),
      heapUsed: sum(memories.map(({ heapUsed }) => heapUsed)),
      heapTotal: sum(memories.map(({ heapTotal }) => heapTotal)),
    },
    eventLoop: {
      busy: sum(loops.map(({ busy }) => busy)) / Math.max(1, loops.length),
      delay: Math.max(0, ...loops.map(({ delay }) => delay)),
    },
    requests: sum(workers.map(({ requests }) => requests)),
    resources: added(workers.map(({ resources }) => resources)),
    parts: worstOf(workers.flatMap(({ parts }) => parts)),
    crew: { ready: workers.filter(isReady).length, wanted, crashes },
    workers,
  }
}

function added(all: Record<string, number>[]) {
  const counts: Record<string, number> = {}
  for (const [name, count] of all.flatMap(Object.entries<number>)) {
    counts[name] = (counts[name] ?? 0) + count
  }
  return counts
}

/** A part that is not ready in one of the processes is told as that. */
function worstOf(parts: ProcessHealth['parts']) {
  const worst = new Map<string, ProcessHealth['parts'][number]>()
  for (const part of parts) {
    if (part.state !== 'ready' || !worst.has(part.name)) worst.set(part.name, part)
  }
  return [...worst.values()]
}
