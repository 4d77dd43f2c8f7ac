import { entry } from '../entry.ts'
import { undoErrors } from './undo-errors.ts'

export const ledgerErrors = {
  ...undoErrors,
  'ledger-path-unknown': entry<{ path: string }>({
    says: ({ path }) => `There is no file ${path}, and no run of elif has written one.`,
    hint: () => 'See what elif has written here: ./elif status',
  }),
  'ledger-line-missing': entry<{ path: string; line: number; lines: number }>({
    says: ({ path, line, lines }) => `${path} has no line ${line}: it has ${lines}.`,
    hint: ({ path, lines }) =>
      `Ask for ${lines === 0 ? 'the file' : 'one that it has'}: ./elif why ${path}${lines === 0 ? '' : ':1'}`,
  }),
}
