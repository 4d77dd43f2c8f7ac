import type { AppFigures } from './bench-app.ts'
import { inApp, type SizeFigures } from './bench-sizes.ts'
import { machine } from './machine.ts'
import type { Timed } from './rounds.ts'

export type Figures = {
  commands: Timed[]
  sizes: SizeFigures
  app: AppFigures
  demoSeconds: number
}

/** The page of results: what was measured, on what, and whether it reaches what was wanted. */
export function resultsPage({ commands, sizes, app, demoSeconds }: Figures): string {
  const of = (name: string) => commands.find((each) => each.name === name)?.median ?? Number.NaN
  const bare = of('node -e 0')
  const [cached] = app.starts
  const [memory] = app.memory
  const goals = [
    goal('`elif --version` / bare node', of('elif --version') / bare, 3, ''),
    goal('`elif make:controller` / bare node', of('elif make:controller') / bare, 6, ''),
    ...['make:controller', 'make:resource'].flatMap((command) => sizeGoals(command, sizes)),
    goal(
      '`elif new` / `nest new`, both without install',
      of('elif new --no-install --no-git') / of('nest new --skip-install --skip-git'),
      0.4,
      '',
    ),
    goal('demo in a fresh clone, warm npm cache', demoSeconds, 180, ' s'),
    goal('app start to first answer, as made', cached?.median ?? Number.NaN, 400, ' ms'),
    goal('memory of the idle app, as made', memory?.megabytes ?? Number.NaN, 110, ' MB'),
  ]
  return [
    '# Results',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench\`: ${machine()}.`,
    'Medians of five interleaved rounds after one that does not count; the demo is one run.',
    '',
    table(['What', 'Measured', 'Wanted', 'Reached'], goals),
    '',
    '## Commands',
    '',
    table(
      ['Command', 'Median', 'Best', 'Worst', 'To bare node'],
      commands.map((each) => [...times(each), `${(each.median / bare).toFixed(2)}x`]),
    ),
    '',
    '## Apps of two sizes',
    '',
    'The small one has 10 modules, the large one 2,000, both with their ledgers.',
    '',
    table(
      ['Command', 'Median', 'Best', 'Worst', 'Peak of memory'],
      sizes.memory.map(({ name }) => sizeRow(name, sizes)),
    ),
    '',
    '## The made app',
    '',
    'One resource, a running database; from the start of the process to the first list of products.',
    '',
    table(
      ['Start', 'Median', 'Best', 'Worst', 'Memory when idle'],
      app.starts.map((each) => [...times(each), megabytesOf(app, each.name)]),
    ),
    '',
  ].join('\n')
}

const goal = (what: string, measured: number, most: number, unit: string) => [
  what,
  `${measured.toFixed(measured < 10 ? 2 : 0)}${unit === '' ? 'x' : unit}`,
  `at most ${most}${unit === '' ? 'x' : unit}`,
  measured <= most ? 'yes' : 'no',
]

function sizeGoals(command: string, { times, memory }: SizeFigures): string[][] {
  const [small, large] = [inApp(command, 'small'), inApp(command, 'large')]
  const of = (name: string) => times.find((each) => each.name === name)?.median ?? Number.NaN
  const peak = memory.find(({ name }) => name === large)?.megabytes ?? Number.NaN
  return [
    goal(`\`elif ${command}\` among 2,000 modules / among 10`, of(large) / of(small), 1.2, ''),
    goal(`peak memory of \`elif ${command}\` among 2,000 modules`, peak, 130, ' MB'),
  ]
}

/** Commands that only read were not timed. */
function sizeRow(name: string, { times: timed, memory }: SizeFigures): string[] {
  const time = timed.find((each) => each.name === name)
  const cells = time ? times(time) : [`\`${name}\``, '', '', '']
  return [...cells, `${memory.find((each) => each.name === name)?.megabytes.toFixed(0)} MB`]
}

const times = ({ name, median, best, worst }: Timed) => [
  `\`${name}\``,
  ...[median, best, worst].map((time) => `${time.toFixed(0)} ms`),
]

const megabytesOf = (app: AppFigures, name: string) =>
  `${app.memory.find((each) => each.name === name)?.megabytes.toFixed(0)} MB`

const row = (cells: string[]) => `| ${cells.join(' | ')} |`
const table = (head: string[], rows: string[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
