import { catalogue, type ErrorCode } from '../errors/catalogue.ts'
import { ElifError } from '../errors/elif-error.ts'
import type { Failure } from './keeper-message.ts'

/** The error that a keeper met, as if it had been met here. */
export const keeperFailure = ({ code, says, hint }: Failure) =>
  isCode(code) ? new ElifError(code, says, hint, {}) : new Error(says)

const isCode = (code: string): code is ErrorCode => Object.hasOwn(catalogue, code)
