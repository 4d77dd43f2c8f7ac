import { entry } from '../entry.ts'

export const devErrors = {
  'dev-syntax': entry<{ message: string }>({
    says: ({ message }) => `This does not parse: ${message}`,
    hint: () => 'Save it again when it does; elif dev is watching.',
  }),
  'dev-syntax-unsupported': entry<{ message: string }>({
    says: ({ message }) => `Node cannot run this as it is: ${message}`,
    hint: () =>
      'Node runs TypeScript by leaving its types out: write it without enum, namespace and parameter properties.',
  }),
  'dev-boot': entry<{ message: string }>({
    says: ({ message }) => `The app did not start: ${message}`,
    hint: () => 'Change what is wrong and save; elif dev tries again by itself.',
  }),
  'dev-boot-exit': entry<{ ending: string }>({
    says: ({ ending }) => `The app ended ${ending} before it was ready.`,
    hint: () =>
      'Its output says more. bin/serve.ts tells that it is ready by process.send after it listens.',
  }),
  'dev-boot-slow': entry<{ seconds: number }>({
    says: ({ seconds }) => `The app is not ready after ${seconds} seconds.`,
    hint: () => 'It may wait for something that does not answer; elif dev goes on waiting.',
  }),
  'dev-app-exited': entry<{ ending: string; report?: { message: string } }>({
    says: ({ ending, report }) => `The app ended ${ending}${report ? `: ${report.message}` : '.'}`,
    hint: () => 'Its output says why. Save a file and elif dev starts it again.',
  }),
  'dev-app-unreachable': entry<{ message: string }>({
    says: ({ message }) => `The app broke the connection: ${message}`,
    hint: () => 'The output of the app says more.',
  }),
  'dev-port-taken': entry<{ port: number; host: string }>({
    says: ({ port, host }) => `Port ${port} on ${host} is used by another program.`,
    hint: ({ port }) =>
      `Stop that program, or choose another port: ./elif dev --port ${port === 65535 ? 3000 : port + 1}`,
  }),
  'dev-port-invalid': entry<{ value: string; from: string }>({
    says: ({ value, from }) =>
      `PORT is "${value}" in ${from}, and a port is a whole number from 0 to 65535.`,
    hint: () => 'Correct it there, or choose a port for this run: ./elif dev --port 3000',
  }),
  'dev-port-refused': entry<{ port: number; host: string; message: string }>({
    says: ({ port, host, message }) => `Port ${port} on ${host} cannot be opened: ${message}`,
    hint: () => 'Choose another port with --port, or another address with HOST in .env.',
  }),
  'dev-serve-missing': entry<{ path: string }>({
    says: ({ path }) => `There is no ${path}, the program that starts the app.`,
    hint: () => 'It reads the config, builds the app and listens; git may still have it.',
  }),
  'app-dependencies-missing': entry<{ missing: string[] }>({
    says: ({ missing }) =>
      missing.length > 0
        ? `These dependencies of the app are not installed: ${missing.join(', ')}.`
        : 'The dependencies of the app are not installed.',
    hint: () => 'Run: npm install',
  }),
}
