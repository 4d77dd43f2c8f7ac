import { withSection } from '../page-sections.ts'
import type { Answered, Held } from './bench-load.ts'
import type { Cost, Microseconds } from './bench-pieces.ts'
import type { Pace, Round } from './bench-servers.ts'
import { RAW } from './contestants.ts'
import { medianOf, ratioOf, type Rounds, type Workload } from './in-rounds.ts'
import { type Goal, loadGoals, speedGoals } from './kernel-goals.ts'

/** What one run of `npm run bench:kernel` has measured, and where. */
export type KernelFigures = {
  date: string
  machine: string
  /** How many rounds, and how long each request was asked for in each. */
  pace: Pace
  served: Rounds
  overload: Answered[]
  held: Held
  pieces: { whole: Microseconds; costs: Cost[] }
}

/** The page with the figures of this run in place of the earlier ones. */
export function withKernel(page: string, figures: KernelFigures): string {
  const { date, machine, pace, served, overload, held, pieces } = figures
  const goals = [...speedGoals(served), ...loadGoals(overload, held)]
  return withSection(
    page,
    [
      '## The kernel against its peers',
      '',
      `Run on ${date} by \`npm run bench:kernel\`: ${machine}.`,
      `Each server alone on one core, wrk with 64 connections on the other; medians of ${pace.rounds} interleaved rounds of`,
      `${pace.seconds} s for each request after ${pace.warmSeconds} s that do not count, ratios within a round.`,
      '`hello` answers `{"message":"Hello"}`; `order` takes 396 bytes of nested JSON,',
      'holds them against a schema and sends them back. What is logged goes to a file.',
      '',
      table(['What', 'Measured', 'By processor time', 'Wanted', 'Reached'], goals.map(goalCells)),
      '',
      table(
        [
          'Server',
          'hello, to node:http',
          'requests/s',
          'CPU µs',
          'p50 / p99 ms',
          'order, to node:http',
          'requests/s',
          'CPU µs',
          'p50 / p99 ms',
        ],
        [...served.keys()].map((name) => servedRow(served, name)),
      ),
      '',
      '### From start to load',
      '',
      table(
        ['Server', 'Start to first answer', 'Memory when idle', 'Memory after load'],
        [...served.keys()].map((name) => memoryCells(served, name)),
      ),
      '',
      '### What each piece costs',
      '',
      'Microseconds of the processor for a request inside of the process, without sockets; what each piece adds is what',
      'the app takes less without it, each the least of all rounds.',
      '',
      table(
        ['Piece', 'hello', 'order'],
        [['the whole app as made', ...costCells(pieces.whole)], ...pieces.costs.map(costRow)],
      ),
      '',
      '### More than it can do',
      '',
      'A route that keeps the processor for a millisecond, asked for so many times what the app can answer,',
      'whether it keeps up or not; waiting counts from when a request was due.',
      '',
      table(
        ['Load', 'Requests/s', 'Taken', 'p50 / p99 ms', 'Refused', 'p50 / p99 ms', 'Lost'],
        overload.map(overloadCells),
      ),
      '',
      `${held.connections} idle connections took the app from ${held.before.toFixed(0)} MB to ${held.megabytes.toFixed(0)} MB;`,
      `${held.first} of them were answered when they were new, ${held.second} after they had rested.`,
      '',
    ].join('\n'),
  )
}

const goalCells = ({ what, measured, witness = '', wanted, reached }: Goal) => [
  what,
  measured,
  witness,
  wanted,
  reached ? 'yes' : 'no',
]

const servedRow = (served: Rounds, name: string) =>
  [name].concat(servedCells(served, name, 'hello'), servedCells(served, name, 'orders'))

function servedCells(served: Rounds, name: string, workload: Workload): string[] {
  const figure = (pick: keyof Round['hello']) =>
    medianOf(served, name, (round) => round[workload][pick])
  return [
    ratioOf(served, [name, RAW], [workload, 'perSecond']).toFixed(2),
    figure('perSecond').toFixed(0),
    figure('microseconds').toFixed(1),
    `${figure('p50').toFixed(1)} / ${figure('p99').toFixed(1)}`,
  ]
}

const memoryCells = (served: Rounds, name: string) => [
  name,
  `${medianOf(served, name, (round) => round.startMilliseconds).toFixed(0)} ms`,
  `${medianOf(served, name, (round) => round.idleMegabytes).toFixed(0)} MB`,
  `${medianOf(served, name, (round) => round.loadedMegabytes).toFixed(0)} MB`,
]

const costCells = ({ hello, orders }: Microseconds) => [hello.toFixed(1), orders.toFixed(1)]

const costRow = (cost: Cost) => [cost.name].concat(costCells(cost))

const overloadCells = (each: Answered) => [
  `${each.times}x`,
  each.perSecond.toFixed(0),
  String(each.accepted.count),
  `${each.accepted.p50.toFixed(0)} / ${each.accepted.p99.toFixed(0)}`,
  String(each.shed.count),
  `${each.shed.p50.toFixed(0)} / ${each.shed.p99.toFixed(0)}`,
  String(each.reset + each.timeout + each.other),
]

const row = (cells: string[]) => `| ${cells.join(' | ')} |`
const table = (head: string[], rows: string[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
