import type { Finding } from './finding.ts'
import type { SourceFile } from './source-file.ts'

/** Something that can be wrong between files: it looks at each of them, and tells when all are seen. */
export type Gathering = { look(file: SourceFile): void; findings(): Finding[] }
