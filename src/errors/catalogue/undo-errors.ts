import { entry } from '../entry.ts'

/** A run of elif: the name to type, and its command. */
type Run = { name: string; title: string }
type Hunk = { line: number; base: string; mine: string; theirs: string }

const listed = (runs: Run[]) => runs.map(({ name, title }) => `  ${name}  ${title}`).join('\n')
const indented = (text: string) =>
  (text.replace(/\n$/, '') || '(nothing)').replaceAll(/^/gm, '      ')
const files = (paths: string[]) => paths.join(', ')

/** One place of a conflict, as a person compares it. */
const hunkText = (path: string, { line, base, mine, theirs }: Hunk) =>
  [
    `  ${path}:${line}`,
    '    elif left:',
    indented(base),
    '    it is now:',
    indented(mine),
    '    it was before:',
    indented(theirs),
  ].join('\n')

export const undoErrors = {
  'undo-nothing': entry<Record<never, never>>({
    says: () => 'No run of elif is left here that could be undone.',
    hint: () => 'See what elif has done here: ./elif history',
  }),
  'undo-run-unknown': entry<{ typed: string }>({
    says: ({ typed }) => `There is no run ${typed}.`,
    hint: () => 'See the runs with their names: ./elif history',
  }),
  'undo-run-ambiguous': entry<{ typed: string; candidates: Run[] }>({
    says: ({ typed, candidates }) => `${typed} may be any of these runs:\n${listed(candidates)}`,
    hint: ({ candidates }) => `Type the name of one: ./elif undo ${candidates.at(-1)?.name ?? ''}`,
  }),
  'undo-done-already': entry<{ run: Run; by: string }>({
    says: ({ run }) => `${run.title} is undone already.`,
    hint: ({ by }) => `To have it back, undo the undo: ./elif undo ${by}`,
  }),
  'undo-of-new': entry<{ run: Run }>({
    says: () => 'The run that made the app cannot be undone: nothing would be left of it.',
    hint: () => 'Delete its folder where you do not want it.',
  }),
  'undo-built-upon': entry<{ run: Run; above: Run[] }>({
    says: ({ run, above }) => `Later runs build upon ${run.title}:\n${listed(above)}`,
    hint: ({ above }) => `Undo them first, the newest first: ./elif undo ${above[0]?.name ?? ''}`,
  }),
  'undo-unrecorded': entry<{ run: Run; paths: string[] }>({
    says: ({ run, paths }) =>
      `Nothing tells how ${files(paths)} was before ${run.title}: its record is of an older elif, or its .diff is lost.`,
    hint: ({ run }) =>
      `Take .elif/runs/${run.name}.diff back from git if it was ever there; else remove by hand what the run wrote.`,
  }),
  'undo-conflicts': entry<{ run: Run; conflicts: { path: string; hunks: Hunk[] }[] }>({
    says: ({ run, conflicts }) =>
      `What ${run.title} wrote has changed since, so that it cannot be taken out:\n${conflicts
        .flatMap(({ path, hunks }) => hunks.map((hunk) => hunkText(path, hunk)))
        .join('\n')}`,
    hint: ({ run }) =>
      `Nothing was changed. Make these places as elif left them or as they were before, then: ./elif undo ${run.name}`,
  }),
  'undo-migration-applied': entry<{ names: string[]; others: string[]; steps: number }>({
    says: ({ names, others }) =>
      [
        `The database has the migration ${files(names)}, which would be deleted.`,
        ...(others.length === 0
          ? []
          : [`Newer ones would be taken back with it: ${files(others)}.`]),
      ].join(' '),
    hint: ({ others, steps }) =>
      [
        `Take it back first: ./elif migrate:rollback --steps ${steps}`,
        ...(others.length === 0
          ? []
          : ['After the undo, apply the newer ones again: ./elif migrate']),
      ].join('. '),
  }),
  'undo-database-unasked': entry<{ run: Run; names: string[]; because: string }>({
    says: ({ names, because }) =>
      `The database may have the migration ${files(names)}, but it cannot be asked: ${because}`,
    hint: ({ run }) =>
      `Make it answer as for ./elif migrate:status, or leave the database as it is: ./elif undo ${run.name} --leave-database`,
  }),
}
