import { entry } from '../entry.ts'

export const sourceErrors = {
  'region-missing': entry<{ name: string; found: string[] }>({
    says: ({ name, found }) => `There is no region ${name} (found: ${found.join(', ') || 'none'}).`,
    hint: ({ name }) =>
      `Add the lines "// #region ${name}" and "// #endregion ${name}" where new entries belong.`,
  }),
}
