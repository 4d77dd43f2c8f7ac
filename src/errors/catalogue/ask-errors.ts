import { entry } from '../entry.ts'

export const askErrors = {
  'app-cannot-say': entry<{ question: string; path: string }>({
    says: ({ question, path }) =>
      `This app cannot say what its ${question} are: there is no ${path}.`,
    hint: () => './elif upgrade brings the framework files that this elif asks.',
  }),
  'app-not-built': entry<{ message: string }>({
    says: ({ message }) => `The app could not be put together: ${message}`,
    hint: () =>
      'It was asked without a port and without a database; src/app.ts is where it begins.',
  }),
}
