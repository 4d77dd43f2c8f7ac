import { entry } from '../entry.ts'

export const sourceErrors = {
  'region-missing': entry<{ name: string; found: string[] }>({
    says: ({ name, found }) => `There is no region ${name} (found: ${found.join(', ') || 'none'}).`,
    hint: ({ name }) =>
      `Add the lines "// #region ${name}" and "// #endregion ${name}" where new entries belong.`,
  }),
  'region-unclosed': entry<{ name: string }>({
    says: ({ name }) => `The region ${name} is never closed.`,
    hint: ({ name }) => `Add a line "// #endregion ${name}" after its last entry.`,
  }),
  'region-unopened': entry<{ name: string; line: number }>({
    says: ({ name }) => `The end of region ${name} has no beginning.`,
    hint: ({ name, line }) =>
      `Add a line "// #region ${name}" where its entries begin, or delete line ${line}.`,
  }),
  'region-duplicate': entry<{ name: string; line: number; first: number }>({
    says: ({ name, first }) => `The region ${name} was already opened at line ${first}.`,
    hint: ({ line, first }) => `Keep one of the two pairs (lines ${first} and ${line}).`,
  }),
  'region-nested': entry<{ name: string; line: number; outer: string; outerLine: number }>({
    says: ({ name, outer, outerLine }) =>
      `The region ${name} opens inside ${outer} (line ${outerLine}).`,
    hint: ({ outer, line }) => `Close that first: add "// #endregion ${outer}" above line ${line}.`,
  }),
  'region-crossed': entry<{ name: string; line: number; outer: string; outerLine: number }>({
    says: ({ name, outer, outerLine }) =>
      `The end of region ${name} closes ${outer}, opened at line ${outerLine}.`,
    hint: ({ outer, line }) =>
      `Rename one of them, or add "// #endregion ${outer}" above line ${line}.`,
  }),
  'region-split': entry<{ name: string }>({
    says: ({ name }) => `The region ${name} opens and closes in different brackets or entries.`,
    hint: () => 'Put both of its lines directly inside the same brackets, between two entries.',
  }),
  'region-inline': entry<{ name: string }>({
    says: ({ name }) => `A marker of the region ${name} shares its line with something else.`,
    hint: () => 'Put the marker on a line of its own.',
  }),
  'region-syntax': entry<{ text: string }>({
    says: ({ text }) => `The marker "${text}" is not well formed.`,
    hint: () =>
      'Write "#region elif:name" and "#endregion elif:name", the name in lower case with dashes.',
  }),
}
