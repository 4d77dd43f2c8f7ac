import { z } from 'zod'

import { jsonFilesIn, sourcesIn } from './corpus-files.ts'
import { fuzzFile } from './fuzz-file.ts'
import { counted } from './fuzz-tally.ts'

/** Which of the files this process tries: every one whose place divided by `of` leaves `share`. */
const Share = z.object({ folder: z.string(), seed: z.number(), share: z.int(), of: z.int() })

const { folder, seed, share, of } = Share.parse(JSON.parse(process.argv[2] ?? ''))
for (const [index, file] of [...jsonFilesIn(folder), ...sourcesIn(folder)].entries()) {
  if (index % of === share) process.send?.(counted(fuzzFile(file, seed)))
}
