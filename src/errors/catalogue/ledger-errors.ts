import { entry } from '../entry.ts'

export const ledgerErrors = {
  'ledger-path-unknown': entry<{ path: string }>({
    says: ({ path }) => `There is no ${path}, and no run of elif has written one.`,
    hint: () => 'See what elif has written here: ./elif status',
  }),
}
