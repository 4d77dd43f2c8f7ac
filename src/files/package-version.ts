import { join } from 'node:path'

import { z } from 'zod'

import { parseJson } from '../text/parse-json.ts'
import { readText } from './read-text.ts'

const Manifest = z.object({ version: z.string() })

/** The version of the npm package in a folder; undefined when none is there. */
export const packageVersion = (folder: string): string | undefined =>
  Manifest.safeParse(parseJson(readText(join(folder, 'package.json')) ?? '')).data?.version
