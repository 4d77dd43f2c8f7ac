import type { FastifyInstance, RouteOptions } from 'fastify'

/** The names of hooks by where they were added, each as `preHandler requireLogin`. */
export type HookLevels = { app: string[]; module: string[]; route: string[] }

const phases = [
  'onRequest',
  'preParsing',
  'preValidation',
  'preHandler',
  'preSerialization',
  'onSend',
  'onResponse',
  'onTimeout',
  'onError',
  'onRequestAbort',
] as const

const added = new WeakMap<object, string[]>()

/**
 * Remembers the hooks that are added from now on. `http.addHook` in `src/app.ts`, before the modules
 * are registered, is the level of the app; in the `routes` of a module it is that of the module; an
 * option of a route is its own. In each phase they run in this order, on each level as they were added.
 */
export function noteHooks(http: FastifyInstance) {
  const { addHook } = http
  added.set(http, [])

  function noteHook(this: FastifyInstance, phase: string, hook: unknown): unknown {
    if (isPhase(phase)) added.set(this, [...(added.get(this) ?? []), named(phase, hook)])
    return Reflect.apply(addHook, this, [phase, hook])
  }
  Object.assign(http, { addHook: noteHook })
}

/** What runs around a route of a scope. A scope inherits from the one that it was registered in. */
export function hooksAround(scope: object, route: string[]): HookLevels {
  const levels: string[][] = []
  for (let each = scope; each !== null; each = Object.getPrototypeOf(each)) {
    const hooks = added.get(each)
    if (hooks) levels.unshift(hooks)
  }
  const [app = [], ...modules] = levels
  return { app, module: modules.flat(), route }
}

/** The hooks that are options of a route. */
export const hooksAmong = (options: RouteOptions): string[] =>
  phases.flatMap((phase) =>
    [options[phase] ?? []].flat().map((hook: unknown) => named(phase, hook)),
  )

const isPhase = (name: string) => phases.some((phase) => phase === name)

const named = (phase: string, hook: unknown) =>
  `${phase} ${(typeof hook === 'function' && hook.name) || 'without a name'}`
