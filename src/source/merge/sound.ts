import { regionFaults } from '../region.ts'
import { isScript } from '../comments.ts'
import { typescriptReader } from '../readers.ts'
import { keepsCustomOf } from './custom-inside.ts'
import { blocksBelow } from './outline.ts'
import { outlineOf } from './outline-of.ts'

/**
 * Whether a merged text is no worse than mine: it parses, declares nothing twice that was
 * declared once, its regions are well formed and what is in the owner's is as it was.
 */
export function isSound(mine: string, text: string, path: string): boolean {
  if (text === mine) return true
  if (regionFaults(text, path).length > regionFaults(mine, path).length) return false
  if (!keepsCustomOf(mine, text, path)) return false
  const before = outlineOf(mine, path)
  if (!before) return errorsIn(text, path) <= errorsIn(mine, path)
  const after = outlineOf(text, path)
  return after !== undefined && doubles(after) <= doubles(before)
}

const errorsIn = (source: string, path: string) =>
  isScript(path) ? typescriptReader().read(source, path).errors.length : 0

/** How many names are declared more than once in one block. */
function doubles(root: NonNullable<ReturnType<typeof outlineOf>>): number {
  let count = 0
  for (const { kind, entries } of blocksBelow(root)) {
    if (kind === 'arguments' || kind === 'array') continue
    const names = entries.flatMap((entry) => entry.names)
    count += names.length - new Set(names).size
  }
  return count
}
