import { z } from 'zod'

const Place = z.object({ file: z.string(), line: z.int() })

const MappedRoute = z.object({ method: z.string(), url: z.string(), place: Place })

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

/** What an app consists of, as `elif map` reads it and as the running app tells it at `/_elif/map`. */
export const AppMap = z
  .object({
    routes: z.array(MappedRoute),
    modules: z.array(MappedModule),
    models: z.array(MappedModel),
    jobs: z.array(Named),
    events: z.array(Named),
    settings: z.array(Named),
    problems: z.array(Named.extend({ code: z.string() })),
    tests: z.array(Named),
  })
  .meta({ title: 'Map', description: 'What an app consists of, each with its file and line.' })

export type AppMap = z.infer<typeof AppMap>
export type MappedRoute = z.infer<typeof MappedRoute>
export type MappedModel = z.infer<typeof MappedModel>
export type Named = z.infer<typeof Named>

export const mapSchema = () => z.toJSONSchema(AppMap)
