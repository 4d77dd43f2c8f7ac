import { z } from 'zod'

import { MapReply } from './map-reply.ts'

const Names = z.array(z.string())
const Json = z.record(z.string(), z.unknown())
const SettingPlace = { from: z.string(), line: z.int().optional() }

const IndexReply = z.object({
  app: z.object({ title: z.string(), version: z.string() }),
  answers: z.array(z.object({ method: z.string(), path: z.string(), tells: z.string() })),
})

const RoutesReply = z.array(
  z.object({
    method: z.string(),
    url: z.string(),
    name: z.string().optional(),
    policy: z.string(),
    produces: Names.optional(),
    hooks: z.object({ app: Names, module: Names, route: Names }),
    schemas: z.record(z.string(), z.string()),
    place: z.object({ file: z.string(), line: z.int() }).optional(),
  }),
)

const ConfigReply = z.object({
  settings: z.array(
    z.object({
      name: z.string(),
      description: z.string().optional(),
      type: z.string(),
      default: z.unknown().optional(),
      isSecret: z.boolean(),
      value: z.unknown().optional(),
      ...SettingPlace,
      overrides: z.array(z.object({ value: z.string().optional(), ...SettingPlace })),
      faults: Names,
    }),
  ),
  schema: Json.describe('JSON Schema of the settings, by their names.'),
  faults: Names,
})

const ProblemsReply = z.array(
  z.object({
    code: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    hint: z.string().optional(),
    definedIn: z.enum(['app', 'framework']),
  }),
)

const SchemasReply = z.object({ $schema: z.string(), $defs: Json })

const Memory = z.object({ rss: z.int(), heapUsed: z.int(), heapTotal: z.int() })

const ProcessReply = z.object({
  state: z.enum(['starting', 'ready', 'leaving', 'draining', 'stopped', 'failed']),
  process: z.int(),
  seconds: z.int(),
  memory: Memory,
  eventLoop: z.object({ busy: z.number(), delay: z.number() }),
  requests: z.int(),
  resources: z.record(z.string(), z.int()),
  parts: z.array(z.object({ name: z.string(), state: z.string() })),
})

/** `crew` and `workers` are there where several processes serve. */
const HealthReply = ProcessReply.extend({
  node: z.string(),
  memory: Memory.extend({ limit: z.int() }),
  disk: z.object({ free: z.int(), total: z.int() }),
  crew: z.object({ ready: z.int(), wanted: z.int(), crashes: z.int() }).optional(),
  workers: z.array(ProcessReply).optional(),
})

/** What each answer holds: it is held against these, and they are published. */
export const replies = {
  index: IndexReply,
  map: MapReply,
  routes: RoutesReply,
  config: ConfigReply,
  problems: ProblemsReply,
  schemas: SchemasReply,
  health: HealthReply,
}

/** JSON Schema of what the app tells of itself, by the last word of its path. */
export const replySchemas = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: Object.fromEntries(
    Object.entries(replies).map(([name, schema]) => [name, z.toJSONSchema(schema)]),
  ),
})
