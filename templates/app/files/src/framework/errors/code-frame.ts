import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

import { isOfPackages } from './is-of-packages.ts'

export type CodeFrame = { path: string; line: number; lines: string }

const AROUND = 4

/** `at name (/a folder/file.ts:1:2)`, or the place alone; what is no file begins otherwise. */
const frame = /^\s+at (?:async )?(?:.*?\()?((?:file:\/\/|\/|[A-Z]:\\).+?):(\d+):\d+\)?$/gm
const framework = `src${sep}framework${sep}`

/** The lines around the place in the app's own code that threw; the framework's only if no other did. */
export function codeFrame(error: Error, root = process.cwd()): CodeFrame | undefined {
  const places = placesIn(error.stack ?? '', root)
  const place = places.find(({ path }) => !path.startsWith(framework)) ?? places[0]
  const source = place && readSource(place.file)
  if (!place || source === undefined) return undefined
  const { path, line } = place
  const lines = source.split(/\r?\n/).map((text, index) => {
    const number = index + 1
    return `${number === line ? '>' : ' '} ${String(number).padStart(5)} | ${text}`
  })
  return {
    path,
    line,
    lines: lines.slice(Math.max(0, line - 1 - AROUND), line + AROUND).join('\n'),
  }
}

function placesIn(stack: string, root: string) {
  return [...stack.matchAll(frame)]
    .map(([, written = '', line]) => {
      const file = written.startsWith('file:')
        ? fileURLToPath(written.split('?', 1)[0] ?? '')
        : written
      return { file, path: relative(root, file), line: Number(line) }
    })
    .filter(({ path }) => !path.startsWith('..') && !isOfPackages(path))
}

function readSource(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
