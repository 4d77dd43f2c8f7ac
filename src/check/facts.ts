import type { ElifError, Place } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'

/** What can be known of an app from its files alone. */
export type AppFacts = { files: Files }

/** What rules judge: read once, before the first of them runs. */
export type Facts = AppFacts & {
  /** The version of Node that runs the app here. */
  node: string
  /** The version of a package as it is installed; undefined when it is not. */
  installed: (name: string) => string | undefined
  /** Why sources are read by the slower parser; undefined where the native one reads. */
  slowBecause: string | undefined
  config: ConfigAnswer
  database: { kind: 'reachable' | 'none' } | { kind: 'unreachable'; error: ElifError }
  migrations: { kind: 'known'; all: Migration[] } | { kind: 'unknown'; error?: ElifError }
}

/** What `src/config.ts` says of the environment; not asked when it cannot be loaded for known reasons. */
export type ConfigAnswer =
  | { kind: 'complete' | 'not-asked' }
  | { kind: 'incomplete'; faults: ConfigFault[] }
  | { kind: 'broken'; because: string }

/** `at` is the file that sets what is wrong. */
export type ConfigFault = { name: string; because: string; at?: Place }

type Migration = { name: string; state: 'applied' | 'pending' | 'changed' | 'missing' }
