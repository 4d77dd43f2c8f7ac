import type { Place } from '../errors/elif-error.ts'
import type { DevRoute } from './dev-event.ts'
import { placesIn } from './own-place.ts'
import type { ToldRoute } from './worker-message.ts'

const unsaid = new Set(['HEAD', 'OPTIONS'])

/** Routes in the order they were registered, each with the place in the app that did it. */
export function ownRoutes(root: string, told: ToldRoute[]): DevRoute[] {
  return told
    .filter(({ method }) => !unsaid.has(method))
    .map(({ method, path, stack }) => routeAt(method, path || '/', placesIn(root, stack)[0]))
}

const routeAt = (method: string, path: string, at: Place | undefined): DevRoute =>
  at ? { method, path, at } : { method, path }

/** Whether the same methods and paths are answered, wherever they are written. */
export const sameRoutes = (some: ToldRoute[], others: ToldRoute[]) =>
  namesOf(some) === namesOf(others)

const namesOf = (routes: ToldRoute[]) =>
  routes.map(({ method, path }) => `${method} ${path}`).join('\n')
