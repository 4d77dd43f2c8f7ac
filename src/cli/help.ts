import type { Config } from '@oclif/core/config'
import { CommandHelp } from '@oclif/core/help'
import type { Command } from '@oclif/core/command'

import { columns } from '../terminal/columns.ts'
import { paint } from '../terminal/paint.ts'
import type { CommandTable } from './command-table.ts'
import { typedBack } from './typed-back.ts'

/** The help of one command, of a topic ("make") or of everything. */
export async function helpText(
  wanted: { id?: string; topic?: string },
  commands: CommandTable,
  config: Config,
): Promise<string> {
  const row = wanted.id === undefined ? undefined : commands[wanted.id]
  if (row && wanted.id !== undefined) return commandHelp(wanted.id, await row.load(), config)
  return listHelp(commands, wanted.topic)
}

/** Rendered by oclif from the class's own statics. */
function commandHelp(id: string, Class: Command.Class, config: Config): string {
  const { summary, description, args, examples, usage, strict } = Class
  const flags = named({ ...Class.baseFlags, ...Class.flags })
  const shown = { id, summary, description, args: named(args), flags, examples, usage, strict }
  const help = new CommandHelp(shown as unknown as Command.Loadable, config, {
    flagSortOrder: 'none',
    maxWidth: 100,
  })
  return `${summary ?? ''}\n\n${help.generate()}\n`
}

async function listHelp(commands: CommandTable, topic: string | undefined): Promise<string> {
  const ids = Object.keys(commands)
    .filter((id) => topic === undefined || id.startsWith(`${topic}:`) || id === topic)
    .toSorted()
  const rows = await Promise.all(
    ids.map(async (id): Promise<[string, string]> => [id, (await commands[id]?.summary()) ?? '']),
  )
  return [
    'elif writes complete TypeScript backends and keeps working on them.',
    '',
    paint('bold', 'USAGE'),
    `  ${typedBack('COMMAND [ARGUMENTS] [FLAGS]')}`,
    '',
    paint('bold', 'COMMANDS'),
    ...columns(rows, '  '),
    '',
    `Help for one of them, with examples: ${typedBack(`${ids[0] ?? 'new'} --help`)}`,
    '',
  ].join('\n')
}

function named<Value extends object>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, { ...value, name }]),
  )
}
