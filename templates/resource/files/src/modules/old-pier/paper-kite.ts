import { z } from 'zod'

import { json } from '#app/framework/values/json.ts'
import { bigInteger, decimal } from '#app/framework/values/numbers.ts'
import { text } from '#app/framework/values/text.ts'
import { day, timestamp } from '#app/framework/values/times.ts'

export const PaperKite = z.object({
  id: z.uuid(),
  // #region hole:domain
  name: text().trim().min(1).max(255),
  span: decimal(10, 2),
  flights: bigInteger(),
  builtOn: day(),
  flownAt: z.date().nullable(),
  state: z.enum(['new', 'torn']),
  details: json().nullable(),
  // #endregion hole:domain
  createdAt: z.date(),
  updatedAt: z.date(),
})
export type PaperKite = z.infer<typeof PaperKite>

/** What a caller gives for a new paper kite. */
export const NewPaperKite = PaperKite.omit({ id: true, createdAt: true, updatedAt: true })
  // #region hole:input
  .extend({ flownAt: timestamp().nullable() })
  .partial({ flownAt: true, details: true })
// #endregion hole:input
export type NewPaperKite = z.infer<typeof NewPaperKite>

/** A change of a paper kite: what is absent stays as it is. */
export const PaperKitePatch = NewPaperKite.partial()
export type PaperKitePatch = z.infer<typeof PaperKitePatch>

/** What the world sees of a paper kite. */
export const PaperKiteReply = PaperKite.extend({
  // #region hole:reply
  flownAt: z.iso.datetime().nullable(),
  // #endregion hole:reply
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type PaperKiteReply = z.infer<typeof PaperKiteReply>

export const toPaperKiteReply = (paperKite: PaperKite): PaperKiteReply => ({
  id: paperKite.id,
  // #region hole:to-reply
  name: paperKite.name,
  span: paperKite.span,
  flights: paperKite.flights,
  builtOn: paperKite.builtOn,
  flownAt: paperKite.flownAt?.toISOString() ?? null,
  state: paperKite.state,
  details: paperKite.details,
  // #endregion hole:to-reply
  createdAt: paperKite.createdAt.toISOString(),
  updatedAt: paperKite.updatedAt.toISOString(),
})
