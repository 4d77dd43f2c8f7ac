import { z } from 'zod'

const FileRecord = z.object({
  path: z.string(),
  action: z.enum(['create', 'edit', 'delete', 'move']),
  /** Of the text as it landed, with LF; absent for deleted files and for secrets. */
  hash: z.string().optional(),
  /** Of the text that a change found: another than the run before has left is its owner's. */
  before: z.string().optional(),
  /** Of the unformatted text of a file that was rendered; that text is its base. */
  base: z.string().optional(),
  /** Where a moved file came from. */
  from: z.string().optional(),
  /** The regions that the run has added to or taken from. */
  regions: z.array(z.string()).optional(),
})

/** What one run of elif did to an app: a file of its own, so that branches never meet in one. */
export const RunRecord = z.object({
  format: z.literal(1),
  command: z.string(),
  answers: z.record(z.string(), z.unknown()),
  version: z.string(),
  at: z.iso.datetime(),
  files: z.array(FileRecord),
  /** The folders that it made, outermost first. */
  folders: z.array(z.string()).optional(),
  /** The name of the run that this one has taken back. */
  undoes: z.string().optional(),
  notices: z.array(z.object({ path: z.string(), because: z.string(), paste: z.string() })),
})
export type RunRecord = z.infer<typeof RunRecord>
export type FileRecord = z.infer<typeof FileRecord>
