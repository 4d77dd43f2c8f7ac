import type { Command } from '@oclif/core/command'

import { commandHelpText, listHelpText } from '../terminal/help-text.ts'
import type { CommandClass, CommandTable } from './command-table.ts'
import { ElifCommand } from './elif-command.ts'
import { typedBack, typedIn } from './typed-back.ts'
import { usageOf } from './usage.ts'

/** The help of one command, of a topic ("make") or of everything. */
export async function helpText(
  wanted: { id?: string; topic?: string },
  commands: CommandTable,
): Promise<string> {
  const row = wanted.id === undefined ? undefined : commands[wanted.id]
  if (row && wanted.id !== undefined) return commandHelp(wanted.id, await row.load())
  return listHelp(commands, wanted.topic)
}

function commandHelp(id: string, Class: CommandClass): string {
  const everywhere = Object.keys(ElifCommand.baseFlags)
  // A command may say of a common flag what it means there.
  const flags = Object.entries({ ...Class.flags, ...Class.baseFlags, ...Class.flags })
  const own = flags.filter(([name]) => !everywhere.includes(name))
  return commandHelpText({
    summary: Class.summary ?? '',
    usage: `${usageOf(id, Class)}${own.length > 0 ? ' [FLAGS]' : ''}`,
    description: typedIn(Class.description ?? ''),
    arguments: Object.entries(Class.args).map(([name, { description }]) => [
      name.toUpperCase(),
      description ?? '',
    ]),
    flags: own.map(flagRow),
    everywhere: flags.filter(([name]) => everywhere.includes(name)).map(flagRow),
    examples: (Class.examples ?? []).map(exampleText),
  })
}

type Flag = CommandClass['flags'][string]

function flagRow([name, flag]: [string, Flag]): [string, string] {
  const short = flag.char ? `-${flag.char}, ` : '    '
  const value = flag.type === 'option' ? ` ${flag.helpValue ?? name.toUpperCase()}` : ''
  const choices = flag.type === 'option' && flag.options ? ` (${flag.options.join(', ')})` : ''
  return [`${short}--${name}${value}`, `${flag.description ?? flag.summary ?? ''}${choices}`]
}

/** Examples are written with oclif's mark for the program, which stands for a form that works here. */
function exampleText(example: Command.Example): string {
  const line = typeof example === 'string' ? example : example.command
  return typedIn(line.replaceAll('<%= config.bin %>', './elif'))
}

async function listHelp(commands: CommandTable, topic: string | undefined): Promise<string> {
  const ids = Object.keys(commands)
    .filter((id) => topic === undefined || id.startsWith(`${topic}:`) || id === topic)
    .toSorted()
  const rows = ids.map(async (id): Promise<[string, string]> => [
    id,
    (await commands[id]?.summary()) ?? '',
  ])
  const shown = topic === undefined ? 'new' : ids[0]
  return listHelpText({
    usage: typedBack('COMMAND [ARGUMENTS] [FLAGS]'),
    commands: await Promise.all(rows),
    more: `Help for one of them, with examples: ${typedBack(`${shown} --help`)}`,
  })
}
