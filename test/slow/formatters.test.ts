import { expect, test } from 'vitest'

import { sourcesIn } from '../fuzz/corpus-files.ts'
import { formatters } from '../fuzz/formatters/formatters.ts'
import { formatterFaults, tallied } from '../fuzz/formatters/formatter-tally.ts'
import { formatterTrials } from '../fuzz/formatters/formatter-trials.ts'
import { installed } from '../fuzz/installed.ts'
import { createRandom, shuffled } from '../fuzz/random.ts'
import { fuzzSeed } from '../fuzz/seed.ts'

const seed = fuzzSeed()
const small = sourcesIn(installed('corpus')).filter(({ size }) => size < 20_000)
const trials = formatterTrials(shuffled(small, createRandom(seed, 'small')).slice(0, 8), seed)

test.each(formatters)('an edit is known and can be undone after $name', (formatter) => {
  const tally = tallied(formatter, installed('tools'), trials)
  console.log(`ELIF_FUZZ_SEED=${seed}`, { ...tally, failures: tally.failures.length })
  expect(formatterFaults(tally, formatter)).toEqual([])
})
