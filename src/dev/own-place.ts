import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Place } from '../errors/elif-error.ts'

/** The first place in the app's own code that a text names. */
export function placeOf(root: string, text: string): Place | undefined {
  return placesIn(root, text)[0]
}

const named = /(file:\/\/[^\s():]+|\/[^\s():]+|[A-Za-z]:\\[^\s():]+):(\d+)(?::(\d+))?/g

/** Every such place, in the order of the text. */
export function placesIn(root: string, text: string): Place[] {
  return [...text.matchAll(named)].flatMap(([, file = '', line, column]) => {
    const path = pathInApp(root, file)
    if (path === undefined) return []
    return [{ path, line: Number(line), ...(column ? { column: Number(column) } : {}) }]
  })
}

function pathInApp(root: string, file: string): string | undefined {
  const absolute = file.startsWith('file://') ? pathOfUrl(file) : file
  const path = absolute === undefined ? '..' : relative(root, absolute).split(sep).join('/')
  return path.startsWith('..') || path.includes('node_modules/') ? undefined : path
}

function pathOfUrl(url: string): string | undefined {
  try {
    return fileURLToPath(url)
  } catch {
    return undefined
  }
}
