import { typescriptReader } from '../../src/source/readers.ts'
import type { Reader } from '../../src/source/reading.ts'

/** A parser, and how to have elif edit by it. */
export type Judge = {
  name: string
  reader: Reader
  judging: <Result>(work: () => Result) => Result
}

/** All parsers that elif can edit by; each is to come to the same bytes as the others. */
export const judges = (): [Judge, ...Judge[]] => [
  { name: 'oxc', reader: typescriptReader(), judging: (work) => work() },
]
