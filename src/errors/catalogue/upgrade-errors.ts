import { entry } from '../entry.ts'

type Conflict = { path: string; hunks: { line: number; mine: string; theirs: string }[] }

export const upgradeErrors = {
  'upgrade-newer': entry<{ of: string; running: string }>({
    says: ({ of, running }) => `elif ${of} has worked on this app, and this is elif ${running}.`,
    hint: () => 'Update elif; an older one cannot know what the newer one has written.',
  }),
  'upgrade-run-unknown': entry<{ command: string }>({
    says: ({ command }) => `This elif does not know the command ${command} any more.`,
    hint: () => 'What it made stays as it is.',
  }),
  'upgrade-answers-unknown': entry<{ command: string; faults: string[] }>({
    says: ({ command, faults }) =>
      `The answers that were given to ${command} are not those that this elif asks for: ${faults.join('; ')}.`,
    hint: () => 'What it made stays as it is.',
  }),
  'upgrade-conflicts': entry<{ conflicts: Conflict[] }>({
    says: ({ conflicts }) =>
      `Nothing was changed: you and elif have changed the same lines.\n\n${conflicts.map(conflictText).join('\n')}`,
    hint: () =>
      'Write them into the files, to be resolved there: ./elif upgrade --merge=markers\nOr make room for what elif changes, and upgrade again.',
  }),
}

const conflictText = ({ path, hunks }: Conflict) =>
  hunks
    .map(({ line, mine, theirs }) => `${path}:${line}\n${marked('-', mine)}${marked('+', theirs)}`)
    .join('\n')

/** Yours is what would go, elif's what would come. */
const marked = (sign: string, text: string) =>
  text.replace(/\n$/u, '').replace(/^/gmu, `${sign} `).concat('\n')
