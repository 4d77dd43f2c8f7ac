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
  'argument-invalid': entry<{ says: string; usage: string; help: string }>({
    says: ({ says }) => says,
    hint: ({ usage, help }) => `Usage: ${usage}\nIts flags: ${help}`,
  }),
  'flag-unknown': entry<{ flag: string; id: string; near: string | undefined; help: string }>({
    says: ({ flag, id }) => `The command ${id} has no flag ${flag}.`,
    hint: ({ near, help }) => (near ? `Did you mean ${near} ?` : `Its flags: ${help}`),
  }),
  'flag-alone': entry<{ flags: string[]; help: string }>({
    says: ({ flags: [flag, ...needs] }) => `${flag} means nothing without ${needs.join(' and ')}.`,
    hint: ({ flags: [, ...needs], help }) =>
      `Give ${needs.join(' and ')} as well. What they do: ${help}`,
  }),
  'flags-exclusive': entry<{ flags: string[]; help: string }>({
    says: ({ flags }) => `${flags.join(' and ')} exclude each other.`,
    hint: ({ help }) => `Leave one of them out. What they do: ${help}`,
  }),
  'confirmation-needed': entry<{ paths: string[] }>({
    says: ({ paths }) =>
      `This plan takes something away from ${paths.join(', ')}, and there is no terminal to ask in.`,
    hint: () => 'Look at it with --dry-run, then repeat the command with --yes.',
  }),
  'working-folder-gone': entry<Record<never, never>>({
    says: () => 'The folder you are in is gone.',
    hint: () => 'Go to another one (cd ~) and repeat the command.',
  }),
  'system-refused': entry<{ call: string; code: string; path: string | undefined; says: string }>({
    says: ({ call, code, path, says }) =>
      path === undefined ? `The system refused: ${says}.` : `${call} ${path} was refused: ${code}.`,
    hint: ({ code }) => systemHints[code] ?? 'With --verbose elif says where it happened.',
  }),
}

const systemHints: Record<string, string> = {
  EACCES: 'Look at the owner and the permissions of the folder.',
  EPERM: 'Look at the owner and the permissions of the folder.',
  EROFS: 'The disk is read-only: take another folder.',
  ENOSPC: 'The disk is full: make room, then repeat the command.',
  EMFILE: 'Too many files are open: raise the limit with ulimit -n.',
}
