import { bigSize, type CorpusFile, variants } from './corpus-files.ts'
import { importTrials } from './import-trials.ts'
import { jsonTrials } from './json-trials.ts'
import { createRandom, type Random } from './random.ts'
import { regionTrials } from './region-trials.ts'
import { returnedTrials } from './returned-trials.ts'
import { type Outcome, type Trial, tried } from './trial.ts'

/** A trial with what came of it, and where. */
export type Tried = { path: string; variant: string; trial: string; outcome: Outcome }

/** Tries everything that elif does to such a file, as each kind of checkout holds it. */
export function fuzzFile(file: CorpusFile, seed: number): Tried[] {
  const text = file.read()
  const checkouts = file.size > bigSize ? variants.slice(0, 1) : variants
  return checkouts.flatMap(([variant, as]) => {
    const random = createRandom(seed, `${file.path} ${variant}`)
    return trialsIn(as(text), file.path, random).map((trial) => {
      const { path, name } = trial
      return { path, variant, trial: name, outcome: safely(trial) }
    })
  })
}

/** The trials of one text. */
export function trialsIn(source: string, path: string, random: Random): Trial[] {
  if (path.endsWith('.json')) return jsonTrials(source, path, random)
  return [
    ...regionTrials(source, path, random, 3),
    ...importTrials(source, path, random),
    ...returnedTrials(source, path, random),
  ]
}

/** An editor that throws anything but an error of the catalogue has failed. */
function safely(trial: Trial): Outcome {
  try {
    return tried(trial)
  } catch (error) {
    return { kind: 'failed', because: `throws ${String(error)}` }
  }
}
