import { z } from 'zod'

const Place = z.object({ file: z.string(), line: z.int() })

const MappedRoute = z.object({
  method: z.string(),
  url: z.string(),
  /** Production does not note where routes are written. */
  place: Place.optional(),
})

const MappedModule = z.object({
  name: z.string(),
  path: z.string(),
  state: z.enum(['mounted', 'not-imported', 'not-registered']),
  takes: z.array(z.string()).describe('What it takes from the platform.'),
  uses: z.array(z.string()).describe('The modules whose files it imports.'),
  routes: z.array(MappedRoute),
})

const MappedModel = z.object({
  name: z.string(),
  table: z.string().optional(),
  columns: z.array(z.object({ name: z.string(), column: z.string() })),
  relations: z.array(z.object({ name: z.string(), table: z.string() })),
  place: Place,
})

const Named = z.object({ name: z.string(), place: Place })

/** What an app consists of. Where it runs without its sources, only its routes are known. */
export const MapReply = z
  .object({
    routes: z.array(MappedRoute),
    modules: z.array(MappedModule).optional(),
    models: z.array(MappedModel).optional(),
    jobs: z.array(Named).optional(),
    events: z.array(Named).optional(),
    settings: z.array(Named).optional(),
    problems: z.array(Named.extend({ code: z.string() })).optional(),
    tests: z.array(Named).optional(),
  })
  .meta({ title: 'Map', description: 'What an app consists of, each with its file and line.' })

export type MapReply = z.infer<typeof MapReply>
export type MappedRoute = z.infer<typeof MappedRoute>
export type MappedModule = z.infer<typeof MappedModule>
export type MappedModel = z.infer<typeof MappedModel>
