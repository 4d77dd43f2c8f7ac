import { catalogue, type ErrorCode, type ErrorValues } from './catalogue.ts'

/** Where a fault lies: a path as the user knows it, line and column counted from 1. */
export type Place = { path: string; line?: number; column?: number }

/** A fault the user can act on. Only `cli` prints it; everything else throws it or passes it on. */
export class ElifError extends Error {
  override readonly name = 'ElifError'
  readonly code: ErrorCode
  readonly hint: string
  readonly at: Place | undefined

  constructor(
    code: ErrorCode,
    says: string,
    hint: string,
    options: { at?: Place; cause?: unknown },
  ) {
    super(says, { cause: options.cause })
    this.code = code
    this.hint = hint
    this.at = options.at
  }
}

/** Makes the error of a code in the catalogue; `values` fill its sentence and its hint. */
export function elifError<Code extends ErrorCode>(
  code: Code,
  values: ErrorValues<Code>,
  options: { at?: Place; cause?: unknown } = {},
): ElifError {
  const entry = catalogue[code] as unknown as CatalogueEntry<ErrorValues<Code>>
  return new ElifError(code, entry.says(values), entry.hint(values), options)
}

type CatalogueEntry<Values> = { says: (values: Values) => string; hint: (values: Values) => string }
