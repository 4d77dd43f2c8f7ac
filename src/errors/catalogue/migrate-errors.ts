import { entry } from '../entry.ts'

export const migrateErrors = {
  'migrate-runner-missing': entry<{ path: string }>({
    says: ({ path }) => `There is no ${path}, the part of the app that runs migrations.`,
    hint: () => 'git may still have it: git checkout -- src/framework/database/migrate.ts',
  }),
  'migrate-runner-broken': entry<{ path: string; message: string }>({
    says: ({ path, message }) => `${path} cannot be loaded: ${message}`,
    hint: () =>
      './elif migrate runs the app\'s own runner; it exports "migrate" and "migrationStatus".',
  }),
  'migrate-failed': entry<{ name: string; direction: 'up' | 'down'; message: string }>({
    says: ({ name, direction, message }) =>
      direction === 'up'
        ? `The migration ${name} failed: ${message}`
        : `Rolling back ${name} failed: ${message}`,
    hint: () => 'It is not recorded; what ran before it is. Correct the file and run this again.',
  }),
  'migrate-refused': entry<{ message: string }>({
    says: ({ message }) => message,
    hint: () => 'Nothing was changed by this. ./elif migrate:status shows each migration.',
  }),
  'migrate-rollback-in-production': entry<Record<never, never>>({
    says: () => 'NODE_ENV is production: a rollback takes tables and their rows away.',
    hint: () => 'If this is meant, run it with --yes.',
  }),
}
