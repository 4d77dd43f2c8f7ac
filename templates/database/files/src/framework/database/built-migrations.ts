import type { MigrationFile } from './migration-files.ts'

/** The migrations that a build has in itself: `built-migrations.build.ts` writes them. The sources have a folder. */
export const builtMigrations: MigrationFile[] | undefined = undefined
