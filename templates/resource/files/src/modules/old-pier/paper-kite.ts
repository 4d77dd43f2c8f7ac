import { z } from 'zod'

import { jsonValue } from '#app/framework/values/json-value.ts'
import { bigintText, decimalText } from '#app/framework/values/number-texts.ts'
import { plainText } from '#app/framework/values/plain-text.ts'
import { isoDay, isoMoment } from '#app/framework/values/iso-times.ts'

export const PaperKite = z.object({
  id: z.uuid(),
  // #region hole:domain
  name: plainText().trim().min(1).max(255),
  span: decimalText(10, 2),
  flights: bigintText(),
  builtOn: isoDay(),
  flownAt: z.date().nullable(),
  state: z.enum(['new', 'torn']),
  details: jsonValue().nullable(),
  // #endregion hole:domain
  createdAt: z.date(),
  updatedAt: z.date(),
})
export type PaperKite = z.infer<typeof PaperKite>

/** What a caller gives for a new paper kite. */
export const NewPaperKite = PaperKite.omit({ id: true, createdAt: true, updatedAt: true })
  // #region hole:input
  .extend({ flownAt: isoMoment().nullable() })
  .partial({ flownAt: true, details: true })
  // #endregion hole:input
  .meta({ id: 'NewPaperKite' })
export type NewPaperKite = z.infer<typeof NewPaperKite>

/** A change of a paper kite: what is absent stays as it is. */
export const PaperKitePatch = NewPaperKite.partial().meta({ id: 'PaperKitePatch' })
export type PaperKitePatch = z.infer<typeof PaperKitePatch>

/** What the world sees of a paper kite. */
export const PaperKiteReply = PaperKite.extend({
  // #region hole:reply
  flownAt: z.iso.datetime().nullable(),
  // #endregion hole:reply
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
}).meta({ id: 'PaperKite' })
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
