import { entry } from '../entry.ts'

export const configErrors = {
  'setting-unknown': entry<{ name: string; meant: string | undefined }>({
    says: ({ name }) => `The app has no setting ${name}.`,
    hint: ({ meant }) =>
      meant ? `Did you mean ${meant} ?` : 'src/config.ts has them all: ./elif config:explain',
  }),
}
