import type { Problem } from '../errors/problem.ts'

/** What the caller is told of an error that it knows; undefined for every other one. */
export type ErrorReader = (error: unknown, request: { isByPath: boolean }) => Problem | undefined

/** For the errors of what the app stands on; the first that knows one says what it is. */
export const errorReaders: ErrorReader[] = []
