import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { format } from 'prettier'

import { withFuzz } from '../bench/fuzz-figures.ts'
import { machine } from '../bench/machine.ts'
import { jsonFilesIn, packageOf, sourcesIn } from './corpus-files.ts'
import { formatters } from './formatters/formatters.ts'
import { formatterFaults, tallied } from './formatters/formatter-tally.ts'
import { formatterTrials } from './formatters/formatter-trials.ts'
import { faultsOf, type FuzzTally, sumOf } from './fuzz-tally.ts'
import { installed } from './installed.ts'
import { createRandom, shuffled } from './random.ts'
import { fuzzSeed } from './seed.ts'

/** `npm run fuzz`: every file of the corpus; `--record` puts the figures into the page of results. */
async function main(): Promise<number> {
  const option = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ options: { record: option } })
  const folder = installed('corpus')
  const seed = fuzzSeed()
  const paths = sourcesIn(folder).map(({ path }) => path)
  const packages = new Set(paths.map(packageOf)).size
  const files = paths.length + jsonFilesIn(folder).length
  console.log(`Trying ${files} files of ${packages} packages with ELIF_FUZZ_SEED=${seed} ...`)

  const began = Date.now()
  const tally = await tallyOf(folder, seed, files)
  const seconds = Math.round((Date.now() - began) / 1000)
  const formatted = talliesOfFormatters(folder, seed)
  const faults = [...faultsOf(tally), ...formatted.flatMap(({ faults: found }) => found)]
  for (const fault of faults) console.log(`FAILED  ${fault}`)
  console.log({ ...tally, failures: tally.failures.length, seconds })
  const tallies = formatted.map(({ tally: each }) => each)
  const figures = { tally, formatters: tallies, seed, packages, sources: paths.length, seconds }
  if (values.record) await record(figures)
  return faults.length > 0 ? 1 : 0
}

/** One process for each processor, each with its share of the files. */
async function tallyOf(folder: string, seed: number, files: number): Promise<FuzzTally> {
  const tallies: FuzzTally[] = []
  const of = availableParallelism()
  const ends = Array.from({ length: of }, async (_, share) => {
    const words = [JSON.stringify({ folder, seed, share, of })]
    const child = fork(join(import.meta.dirname, 'share.ts'), words)
    child.on('message', (tally: FuzzTally) => {
      tallies.push(tally)
      for (const failure of tally.failures) console.log(`FAILED  ${failure}`)
      if (tallies.length % 200 === 0) console.log(`${tallies.length} of ${files} files ...`)
    })
    await once(child, 'exit')
  })
  await Promise.all(ends)
  if (tallies.length < files) throw new Error(`only ${tallies.length} of ${files} files were tried`)
  return sumOf(tallies)
}

/** What formatters leave of the edits of some files. */
function talliesOfFormatters(folder: string, seed: number) {
  const small = sourcesIn(folder).filter(({ size }) => size < 20_000)
  const files = shuffled(small, createRandom(seed, 'small')).slice(0, 40)
  const trials = formatterTrials(files, seed)
  const tools = installed('tools')
  return formatters.map((formatter) => {
    const tally = tallied(formatter, tools, trials)
    console.log({ ...tally, failures: tally.failures.length })
    return { tally, faults: formatterFaults(tally, formatter) }
  })
}

async function record(figures: Omit<Parameters<typeof withFuzz>[1], 'date' | 'machine'>) {
  const path = join(import.meta.dirname, '../bench/RESULTS.md')
  const date = new Date().toISOString().slice(0, 10)
  const page = withFuzz(readFileSync(path, 'utf8'), { date, machine: machine(), ...figures })
  writeFileSync(path, await format(page, { parser: 'markdown' }))
}

process.exitCode = await main()
