import { expect, test } from 'vitest'

import { jsonFilesIn, sourcesIn } from '../fuzz/corpus-files.ts'
import { fuzzFile } from '../fuzz/fuzz-file.ts'
import { counted, faultsOf, sumOf } from '../fuzz/fuzz-tally.ts'
import { installed } from '../fuzz/installed.ts'
import { createRandom, shuffled } from '../fuzz/random.ts'
import { fuzzSeed } from '../fuzz/seed.ts'

/** A sample that takes about a minute; `npm run fuzz` tries all. */
const sampled = { sources: 80, jsonFiles: 10 }

test('edits of other people’s sources hold: once, undone to the byte, nothing else touched', () => {
  const folder = installed('corpus')
  const seed = fuzzSeed()
  const random = createRandom(seed, 'sample')
  const files = [
    ...shuffled(sourcesIn(folder), random).slice(0, sampled.sources),
    ...shuffled(jsonFilesIn(folder), random).slice(0, sampled.jsonFiles),
  ]
  const tally = sumOf(files.map((file) => counted(fuzzFile(file, seed))))
  console.log(`ELIF_FUZZ_SEED=${seed}`, { ...tally, failures: tally.failures.length })
  expect(faultsOf(tally)).toEqual([])
})
