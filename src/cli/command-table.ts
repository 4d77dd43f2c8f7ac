import type { Command } from '@oclif/core/command'

/** Every command by its id ("make:controller"), each loaded when it is called. */
export type CommandTable = Record<string, CommandRow>
export type CommandRow = { summary: () => Promise<string>; load: () => Promise<Command.Class> }

type CommandModule = { default: Command.Class }

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
