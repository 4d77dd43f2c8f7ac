import type { Files } from '../files/files.ts'
import { migrationsFolder } from '../project/layout.ts'
import { timeStamp } from '../text/time-stamp.ts'

/** What template files carry instead of a time. */
const UNSTAMPED = '00000000T000000'
const STAMPED = /^database\/migrations\/(\d{8}T\d{6})-/u

/**
 * The time that a new migration carries in its name. It is later than every one that is there,
 * so that migrations run in the order in which they were made.
 */
export function migrationStamp(files: Files, at: Date): string {
  const stamps = files.list(migrationsFolder).flatMap((path) => STAMPED.exec(path)?.[1] ?? [])
  const wanted = timeStamp(at)
  const last = stamps.toSorted().at(-1)
  return last === undefined || last < wanted ? wanted : timeStamp(new Date(timeOf(last) + 1000))
}

/** The rendered files of a template with its migration under a real time. */
export const stampMigration = (
  rendered: Record<string, string>,
  stamp: string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rendered).map(([path, text]) => [
      path.replace(`${migrationsFolder}/${UNSTAMPED}`, `${migrationsFolder}/${stamp}`),
      text,
    ]),
  )

/** Whether a file is a migration that has its time. */
export const isStampedMigration = (path: string): boolean => STAMPED.test(path)

/** The migration of this name, whatever time it carries. */
export const migrationNamed = (files: Files, name: string): string | undefined =>
  files
    .list(migrationsFolder)
    .find((path) => STAMPED.test(path) && path.replace(STAMPED, '') === `${name}.ts`)

const timeOf = (stamp: string) =>
  Date.parse(stamp.replace(/^(.{4})(..)(..T..)(..)(..)$/u, '$1-$2-$3:$4:$5Z'))
