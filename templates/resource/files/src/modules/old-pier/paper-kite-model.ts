import { toJsonText } from '#app/framework/values/json-value.ts'
import type { NewPaperKite, PaperKitePatch } from './paper-kite.ts'

/** What is read of a paper kite, under the names it has in TypeScript. */
export const paperKiteColumns = [
  'id',
  // #region hole:columns
  'name',
  'span',
  'flights',
  'built_on as builtOn',
  'flown_at as flownAt',
  'state',
  'details',
  // #endregion hole:columns
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const

/** The columns of a new paper kite that its caller decides. */
export const toPaperKiteRow = (input: NewPaperKite) => ({
  // #region hole:row
  name: input.name,
  span: input.span,
  flights: input.flights,
  built_on: input.builtOn,
  flown_at: input.flownAt ?? null,
  state: input.state,
  details: toJsonText(input.details ?? null),
  // #endregion hole:row
})

/** The columns that a change writes; those that are undefined stay as they are. */
export const toPaperKiteChanges = (patch: PaperKitePatch) => ({
  // #region hole:changes
  name: patch.name,
  span: patch.span,
  flights: patch.flights,
  built_on: patch.builtOn,
  flown_at: patch.flownAt,
  state: patch.state,
  details: toJsonText(patch.details),
  // #endregion hole:changes
})
