import { createTreeReader } from '../oxc/oxc-reader.ts'
import type { Reader } from '../reading.ts'
import { parse } from './parse.ts'

export { openTypeScript } from './typescript.ts'

/** The reader for where oxc's native package is missing: slower, and everywhere the same. */
export const createTypeScriptReader = (): Reader => createTreeReader(parse)
