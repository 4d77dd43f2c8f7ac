import { createOxcReader } from '../../src/source/oxc/oxc-reader.ts'
import { readingBy } from '../../src/source/readers.ts'
import type { Reader, Reading } from '../../src/source/reading.ts'
import { createTypeScriptReader } from '../../src/source/typescript/typescript-reader.ts'

/** A parser, and how to have elif edit by it. */
export type Judge = { reader: Reader; judging: <Result>(work: () => Result) => Result }

function judge(parser: Reader): Judge {
  const reader = { ...parser, read: remembered(parser.read) }
  return { reader, judging: (work) => readingBy(reader, work) }
}

/** One trial reads the same few texts again and again. */
function remembered(read: Reader['read']): Reader['read'] {
  const readings = new Map<string, Reading>()
  return (source, path) => {
    const key = `${path}\n${source}`
    const reading = readings.get(key) ?? read(source, path)
    if (readings.size > 5) readings.clear()
    readings.set(key, reading)
    return reading
  }
}

/** The parsers that elif can edit by; each is to come to the same bytes as the other. */
export const judges = {
  oxc: judge(createOxcReader()),
  typescript: judge(createTypeScriptReader()),
}
