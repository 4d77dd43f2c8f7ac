import type { Answered, Held } from './bench-load.ts'
import { ADONIS, FASTIFY, NEST, RAW, USUAL_ONE, USUAL_TWO } from './contestants.ts'
import { ratioOf, type Rounds, type Workload } from './in-rounds.ts'
import { ALONE, SECURE, WHOLE } from './made-apps.ts'

export type Goal = {
  what: string
  measured: string
  /** The same by what a request takes of the processor: a slow minute of the machine hardly moves it. */
  witness?: string
  wanted: string
  reached: boolean
}

const least = (what: string, measured: number, wanted: number): Goal => ({
  what,
  measured: `${measured.toFixed(2)}x`,
  wanted: `at least ${wanted}x`,
  reached: measured >= wanted,
})

const most = (what: string, measured: number, wanted: number, unit: string): Goal => ({
  what,
  measured: `${measured.toFixed(unit === 'x' ? 2 : 0)}${unit}`,
  wanted: `at most ${wanted}${unit}`,
  reached: measured <= wanted,
})

/** What is asked of how fast a made app answers, by requests a second in the same round. */
export function speedGoals(rounds: Rounds): Goal[] {
  const faster = (what: string, pair: [string, string], workload: Workload, wanted: number) => ({
    ...least(what, ratioOf(rounds, pair, [workload, 'perSecond']), wanted),
    witness: `${(1 / ratioOf(rounds, pair, [workload, 'microseconds'])).toFixed(2)}x`,
  })
  return [
    faster('kernel alone, hello / node:http', [ALONE, RAW], 'hello', 0.85),
    faster('kernel alone, order / node:http + ajv', [ALONE, RAW], 'orders', 0.85),
    faster('security defaults, hello / node:http', [SECURE, RAW], 'hello', 0.65),
    faster('as made, with one log line, hello / node:http', [WHOLE, RAW], 'hello', 0.55),
    faster('as made, hello / Fastify, its plugins, two lines', [WHOLE, USUAL_TWO], 'hello', 1.5),
    faster('as made, hello / Fastify, its plugins, one line', [WHOLE, USUAL_ONE], 'hello', 1.5),
    faster('as made, order / NestJS, which does less', [WHOLE, NEST], 'orders', 4),
    faster('as made, order / AdonisJS, which does less', [WHOLE, ADONIS], 'orders', 3),
    most(
      'p99 of hello, kernel alone / plain Fastify, both at full load',
      ratioOf(rounds, [ALONE, FASTIFY], ['hello', 'p99']),
      1.3,
      'x',
    ),
  ]
}

/** What is asked of an app that has more to do than it can, or nothing on many connections. */
export function loadGoals(overload: Answered[], held: Held): Goal[] {
  const at = (times: number) => overload.find((each) => each.times === times)
  const [once, twice] = [at(1), at(2)]
  if (!once || !twice) throw new Error('The overload was not measured.')
  const lost = twice.reset + twice.timeout + twice.other + twice.withoutRetryAfter
  const { connections, megabytes, first, second } = held
  return [
    most('resets, timeouts and other answers at twice the load', lost, 0, ''),
    most('p99 until a refusal at twice the load', twice.shed.p99, 50, ' ms'),
    most(
      'p99 of what is taken, at twice the load / at the load',
      twice.accepted.p99 / once.accepted.p99,
      2,
      'x',
    ),
    most(`memory with ${connections} idle connections`, megabytes, 250, ' MB'),
    most('idle connections that were not answered', 2 * connections - first - second, 0, ''),
  ]
}
