import type { DevRoute } from './dev-event.ts'
import { placesIn } from './own-place.ts'
import type { ToldRoute } from './worker-message.ts'

const unsaid = new Set(['HEAD', 'OPTIONS'])

/** Routes in the order they were registered, each with the place in the app that did it. */
export function ownRoutes(root: string, told: ToldRoute[]): DevRoute[] {
  return told
    .filter(({ method }) => !unsaid.has(method))
    .map(({ method, path, stack }) => {
      const at = placesIn(root, stack)[0]
      return { method, path: path === '' ? '/' : path, ...(at ? { at } : {}) }
    })
}
