import type { FastifyBaseLogger, FastifyRequest } from 'fastify'

import { type Actor, actorOf, anonymous } from '../security/actor.ts'

export type Scope = AsyncDisposable & {
  /** Writes lines with the id of the request. */
  log: FastifyBaseLogger
  readonly actor: Actor
  /** What `build` makes, made once however often it is asked for: `scope.once(createProductLoader)`. */
  once<T>(build: (scope: Scope) => T): T
  /** Runs when the scope ends, whatever it ends with. */
  defer(close: () => void | Promise<void>): void
}

type Needs = { log: FastifyBaseLogger }

/** Whoever keeps a scope longer than it lives learns it at once, not by what is closed already. */
export class ScopeEnded extends Error {
  override name = 'ScopeEnded'

  constructor() {
    super('This scope has ended: what lives longer cannot use it.')
  }
}

/**
 * What lives as long as a request, or as whatever else is done in one go: `await using scope =
 * createScope(platform)`. What it has built is closed with it, the last one first.
 */
export function createScope({ log }: Needs, { request }: { request?: FastifyRequest } = {}): Scope {
  const closing = new AsyncDisposableStack()
  const built = new Map<unknown, unknown>()

  function refuseEnded() {
    if (closing.disposed) throw new ScopeEnded()
  }

  const scope: Scope = {
    log: request?.log ?? log,
    get actor() {
      return request ? actorOf(request) : anonymous
    },
    once<T>(build: (scope: Scope) => T) {
      refuseEnded()
      if (!built.has(build)) {
        const value = build(scope)
        if (isDisposable(value)) closing.use(value)
        built.set(build, value)
      }
      // Under a function lies what that function has returned.
      return built.get(build) as T
    },
    defer(close) {
      refuseEnded()
      closing.defer(close)
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
  return scope
}

const isDisposable = (value: unknown): value is AsyncDisposable | Disposable =>
  typeof value === 'object' &&
  value !== null &&
  (Symbol.asyncDispose in value || Symbol.dispose in value)
