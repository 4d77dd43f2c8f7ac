import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { elifHere, newApp, type Place } from './place.ts'
import { inRounds, type Timed } from './rounds.ts'
import { peakMegabytes, timedNode } from './timed-program.ts'

/** What commands take in apps of two sizes: times in rounds, and the peak of memory of one run. */
export type SizeFigures = { times: Timed[]; memory: { name: string; megabytes: number }[] }

const [SMALL, LARGE] = [10, 2000]

/** The name under which a command's figure for an app of so many modules is found. */
export const inApp = (command: string, size: 'small' | 'large') =>
  `${command}, ${size === 'small' ? SMALL : LARGE} modules`

const writing = {
  'make:controller': (name: string) => ['make:controller', `Pier${name}`, '--module', 'first'],
  'make:resource': (name: string) => [
    'make:resource',
    `Kite${name}`,
    'name:string',
    '--module',
    'first',
  ],
}
const reading = ['status', 'markers:list', 'check', 'history']

/** The same commands in an app of 10 modules and in one of 2,000, each with its ledger. */
export async function benchSizes(place: Place): Promise<SizeFigures> {
  const apps = { small: appOf(place, SMALL), large: appOf(place, LARGE) }
  const sizes = ['small', 'large'] as const
  const { environment } = place
  const elif = (size: (typeof sizes)[number], words: string[]) =>
    [[elifHere, ...words], { cwd: apps[size], environment }] as const

  const times = await inRounds(
    Object.entries(writing).flatMap(([command, wordsFor]) =>
      sizes.map((size) => ({
        name: inApp(command, size),
        run: async (round) => timedNode(...elif(size, wordsFor(letters(round)))),
      })),
    ),
  )
  const asked = [
    ...Object.entries(writing).map(([command, wordsFor]) => [command, wordsFor('Peak')] as const),
    ...reading.map((command) => [command, [command]] as const),
  ]
  const memory = asked.flatMap(([command, words]) =>
    sizes.map((size) => ({
      name: inApp(command, size),
      megabytes: peakMegabytes(...elif(size, [...words])),
    })),
  )
  return { times, memory }
}

/** An app with so many modules, as `make:module` would have made each, run record and base too. */
function appOf(place: Place, modules: number): string {
  const app = newApp(place, `of-${modules}`)
  const { environment } = place
  timedNode([elifHere, 'make:module', 'first'], { cwd: app, environment })
  const runs = join(app, '.elif/runs')
  const made = readdirSync(runs)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  const record = join('.elif/runs', made ?? '')
  const files = ['src/modules/first/first-module.ts', `.elif/base/${modulePath}.base`, record]
  for (let index = 1; index < modules; index += 1) {
    for (const path of files) copyAs(app, path, `mod${letters(index)}`)
  }
  const names = Array.from({ length: modules - 1 }, (_, index) => `mod${letters(index + 1)}`)
  mount(join(app, 'src/app.ts'), names)
  return app
}

const modulePath = 'src/modules/first/first-module.ts'

function copyAs(app: string, path: string, name: string): void {
  const target = join(app, path.replaceAll('first', name).replace('.json', `${name}.json`))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, renamed(readFileSync(join(app, path), 'utf8'), name))
}

/** Each line of the module that was made is there once more for every other one. */
function mount(path: string, names: string[]): void {
  const lines = readFileSync(path, 'utf8').split('\n')
  const all = lines.flatMap((line) =>
    ['first', ...names].flatMap((name) =>
      name === 'first' || /first/i.test(line) ? renamed(line, name) : [],
    ),
  )
  writeFileSync(path, all.join('\n'))
}

const renamed = (text: string, name: string) =>
  text.replaceAll('first', name).replaceAll('First', name[0]?.toUpperCase() + name.slice(1))

/** Names that differ in letters, because a digit at the end of a noun means something else. */
const letters = (index: number): string =>
  [Math.floor(index / 676), Math.floor(index / 26) % 26, index % 26]
    .map((digit) => String.fromCodePoint(97 + digit))
    .join('')
