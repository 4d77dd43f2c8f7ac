import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { type Environment, readEnvironment } from '../project/environment.ts'
import { nearest } from '../text/nearest.ts'
import { askApp } from './ask-app.ts'

const Place = z.object({ from: z.string(), line: z.number().optional() })

const Setting = Place.extend({
  name: z.string(),
  /** Apps of earlier versions tell neither what a setting is for nor what it may be. */
  description: z.string().optional(),
  type: z.string().optional(),
  default: z.unknown().optional(),
  isSecret: z.boolean(),
  value: z.unknown().optional(),
  overrides: z.array(Place.extend({ value: z.string().optional() })),
  faults: z.array(z.string()),
  /** What elif does about a setting that nobody has set. */
  supplied: z.string().optional(),
})

const ExplainedConfig = z.object({
  settings: z.array(Setting),
  /** JSON Schema of the settings. */
  schema: z.record(z.string(), z.unknown()).optional(),
  faults: z.array(z.string()),
})

/** A setting as the app itself tells it; a secret comes without its value. */
export type ExplainedSetting = z.infer<typeof Setting>
export type ExplainedConfig = z.infer<typeof ExplainedConfig>

/** Every setting of an app, what decides it and what it overrides, from the app's own code. */
export async function explainConfig(root: string, environment: Environment = process.env) {
  return ExplainedConfig.parse(await askApp(root, 'config', environment))
}

/** The settings of a profile, or one of them. */
export async function explainSettings({
  root,
  profile,
  name,
}: {
  root: string
  profile?: string | undefined
  name?: string | undefined
}): Promise<ExplainedConfig> {
  const chosen = profile === undefined ? {} : { NODE_ENV: profile }
  const environment = { ...process.env, ...chosen }
  const config = withSupplied(
    await explainConfig(root, environment),
    readEnvironment(root, environment),
  )
  if (name === undefined) return config
  const settings = config.settings.filter((each) => each.name === name.toUpperCase())
  if (settings.length > 0) return { ...config, settings }
  const known = config.settings.map((each) => each.name)
  throw elifError('setting-unknown', { name, meant: nearest(name, known) })
}

/** Nobody need set the address of a database on a machine where elif brings one up. */
function withSupplied(config: ExplainedConfig, environment: Environment): ExplainedConfig {
  const profile = environment['NODE_ENV'] || 'development'
  if (profile !== 'development' && profile !== 'test') return config
  const settings = config.settings.map((setting) =>
    setting.name === 'DATABASE_URL' && setting.from === 'nowhere'
      ? { ...setting, faults: [], supplied: ownDatabase }
      : setting,
  )
  return { ...config, settings }
}

const ownDatabase =
  'elif dev, elif migrate and the tests bring a PostgreSQL of their own; node alone needs it set'
