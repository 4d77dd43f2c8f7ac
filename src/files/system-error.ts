/** Whether an error of the operating system, or of PostgreSQL, has one of these codes. */
export const hasCode = (error: unknown, ...codes: string[]): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** Nothing lies at a path: no name, no folder for it, no name that could be one, or a link to itself. */
export const isNowhere = (error: unknown) =>
  hasCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP')
