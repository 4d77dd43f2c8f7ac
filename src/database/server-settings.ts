import { z } from 'zod'

const Settings = z.object({
  ELIF_DATABASE_IDLE_SECONDS: z.coerce.number().positive().catch(900),
  ELIF_DATABASE_MEMORY_FOLDER: z.string().default('/dev/shm'),
})

export type Environment = Record<string, string | undefined>
export type ServerSettings = { idleSeconds: number; memoryFolder: string }

/** What a user may set about the servers, read from the environment in this one place. */
export function readServerSettings(env: Environment): ServerSettings {
  const read = Settings.parse(env)
  return {
    idleSeconds: read.ELIF_DATABASE_IDLE_SECONDS,
    memoryFolder: read.ELIF_DATABASE_MEMORY_FOLDER,
  }
}

const passedOn =
  /^(PATH|HOME|USER|LOGNAME|TMPDIR|XDG_(CACHE|STATE)_HOME|XDG_RUNTIME_DIR)$|^ELIF_DATABASE_/

/** The environment a keeper gets: it outlives the command, so it takes only what it needs. */
export function keeperEnvironment(env: Environment): Environment {
  const all = { ...process.env, ...env }
  return Object.fromEntries(Object.entries(all).filter(([name]) => passedOn.test(name)))
}
