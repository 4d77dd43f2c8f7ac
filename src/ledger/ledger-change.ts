import { z } from 'zod'

/** What a plan changes in the ledger beyond what follows from the files that it writes. */
export const LedgerChange = z.strictObject({
  undoes: z.string().exactOptional().describe('The name of the run that is taken back.'),
  bases: z
    .record(z.string(), z.string().nullable())
    .exactOptional()
    .describe('The bases of files by the paths of these; null for one that goes.'),
  followed: z
    .record(z.string(), z.string())
    .exactOptional()
    .describe('The places where the ledger knew moved files, by those where they lie.'),
  emptied: z
    .array(z.string())
    .exactOptional()
    .describe('Folders that elif made and that go when nothing is left in them.'),
})
export type LedgerChange = z.infer<typeof LedgerChange>
