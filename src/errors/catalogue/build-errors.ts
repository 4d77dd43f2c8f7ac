import { entry } from '../entry.ts'

export const buildErrors = {
  'build-script-missing': entry<object>({
    says: () => 'package.json has no script "build".',
    hint: () =>
      'A new app has "build": "node bin/build.ts". An app of before gets it by: ./elif upgrade',
  }),
  'build-failed': entry<{ exitCode: number; said: string }>({
    says: ({ exitCode, said }) =>
      `npm run build ended with ${exitCode}${said === '' ? '.' : `:\n${said}`}`,
    hint: () => 'What stood in dist before is still there.',
  }),
  'build-missing': entry<{ path: string }>({
    says: ({ path }) => `There is no ${path}: the app has not been built.`,
    hint: () => 'Run: ./elif build',
  }),
  'workers-invalid': entry<{ given: string }>({
    says: ({ given }) => `"${given}" is no number of workers.`,
    hint: () => 'Give a whole number from 1 to 256, or auto: one for each processor.',
  }),
}
