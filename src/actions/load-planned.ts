import { randomUUID } from 'node:crypto'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Loads a module of an app from a text that is not on the disk, as if it lay at its path: what it
 * imports is found from there.
 */
export async function loadPlanned(root: string, path: string, text: string): Promise<unknown> {
  // Node keeps what it has loaded by URL; another plan may have another text for the path.
  const url = `${pathToFileURL(join(root, path)).href}?${randomUUID()}`
  const planned = { format: 'module-typescript', shortCircuit: true }
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === url ? { url, ...planned } : next(specifier, context),
    load: (wanted, context, next) =>
      wanted === url ? { source: text, ...planned } : next(wanted, context),
  })
  try {
    return await import(url)
  } finally {
    hooks.deregister()
  }
}
