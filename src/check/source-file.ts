import type { Files } from '../files/files.ts'
import type { Reading } from '../source/reading.ts'
import type { Finding } from './finding.ts'

/** One file of the app, read once and parsed once for all rules that judge it. */
export type SourceFile = {
  path: string
  source: string
  /** Undefined for what is neither TypeScript nor JavaScript. */
  reading: Reading | undefined
}

/** Something that can be wrong with a single file, or with others by what stands in it. */
export type SourceRule = (file: SourceFile, files: Files) => Finding[]
