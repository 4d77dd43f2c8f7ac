import { entry } from '../entry.ts'

export const cliErrors = {
  'command-unknown': entry<{ words: string; near: string | undefined; help: string }>({
    says: ({ words }) => `There is no command "${words}".`,
    hint: ({ near, help }) => (near ? `Did you mean ${near} ?` : `All commands: ${help}`),
  }),
  'argument-missing': entry<{ names: string[]; usage: string }>({
    says: ({ names }) =>
      names.length === 1
        ? `The argument ${names.join('').toUpperCase()} is missing.`
        : `The arguments ${names.join(', ').toUpperCase()} are missing.`,
    hint: ({ usage }) => `Usage: ${usage}`,
  }),
  'argument-extra': entry<{ id: string; word: string; near: string | undefined; usage: string }>({
    says: ({ id, word }) => `The command ${id} has no use for "${word}".`,
    hint: ({ near, usage }) => (near ? `Did you mean ${near} ?` : `Usage: ${usage}`),
  }),
  'argument-invalid': entry<{ says: string; usage: string }>({
    says: ({ says }) => says,
    hint: ({ usage }) => `Usage: ${usage}`,
  }),
  'flag-unknown': entry<{ flag: string; id: string; near: string | undefined; help: string }>({
    says: ({ flag, id }) => `The command ${id} has no flag ${flag}.`,
    hint: ({ near, help }) => (near ? `Did you mean ${near} ?` : `Its flags: ${help}`),
  }),
  'confirmation-needed': entry<{ paths: string[] }>({
    says: ({ paths }) =>
      `This plan takes something away from ${paths.join(', ')}, and there is no terminal to ask in.`,
    hint: () => 'Look at it with --dry-run, then repeat the command with --yes.',
  }),
}
