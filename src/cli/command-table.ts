import type { Command } from '@oclif/core/command'
import type { Config } from '@oclif/core/config'

import type { ElifCommand } from './elif-command.ts'

/** The class of one command: what it says of itself, and how it is made. */
export type CommandClass = Pick<
  Command.Class,
  | 'id'
  | 'args'
  | 'flags'
  | 'baseFlags'
  | 'summary'
  | 'description'
  | 'examples'
  | 'strict'
  | 'usage'
> &
  (new (argv: string[], config: Config) => ElifCommand)

/** Every command by its id ("make:controller"), each loaded when it is called. */
export type CommandTable = Record<string, CommandRow>
export type CommandRow = { summary: () => Promise<string>; load: () => Promise<CommandClass> }

type CommandModule = { default: CommandClass }

/** A row whose class comes from a module; a build may know the summary beforehand. */
export function commandRow(load: () => Promise<CommandModule>, summary?: string): CommandRow {
  const loadClass = async () => (await load()).default
  return {
    load: loadClass,
    summary: async () => summary ?? (await loadClass()).summary ?? '',
  }
}

/** "make/controller.ts" → "make:controller". */
export function commandId(path: string): string {
  return path.replace(/\.ts$/, '').replaceAll('\\', '/').replaceAll('/', ':')
}
