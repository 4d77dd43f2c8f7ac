import { broken, columns, pageWidth } from './columns.ts'
import { paint } from './paint.ts'

/** What the help of one command says. */
export type CommandHelp = {
  summary: string
  usage: string
  description: string
  arguments: [string, string][]
  flags: [string, string][]
  everywhere: [string, string][]
  examples: string[]
}

/** The help of one command: each part under its title, empty parts left out. */
export function commandHelpText(help: CommandHelp): string {
  return [
    help.summary,
    part('Usage', [`  ${help.usage}`]),
    part('Arguments', columns(help.arguments, '  ')),
    part('Flags', columns(help.flags, '  ')),
    part('Flags of every command', columns(help.everywhere, '  ')),
    part(
      'Examples',
      help.examples.map((line) => `  ${line}`),
    ),
    help.description.split('\n').flatMap(prose).join('\n'),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n')
}

/** The commands there are, with what they do. */
export function listHelpText(list: {
  usage: string
  commands: [string, string][]
  more: string
}): string {
  return [
    'elif writes complete TypeScript backends and keeps working on them.',
    part('Usage', [`  ${list.usage}`]),
    part('Commands', columns(list.commands, '  ')),
    list.more,
  ]
    .join('\n\n')
    .concat('\n')
}

/** The line of a table stays whole. */
const prose = (line: string) => (line.includes('   ') ? [line] : broken(line, pageWidth()))

function part(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : [paint('bold', title), ...lines].join('\n')
}
