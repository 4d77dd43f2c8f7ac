import { createHash } from 'node:crypto'

import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { parseJson } from '../text/parse-json.ts'
import type { Change, Notice, Step } from '../workspace/change-set.ts'
import type { Plan } from './plan.ts'

const text = z.string()

const ChangeShape: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    path: text,
    after: text,
    executable: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('edit'), path: text, before: text, after: text }),
  z.strictObject({ kind: z.literal('delete'), path: text, before: text }),
  z.strictObject({ kind: z.literal('move'), from: text, to: text, before: text, after: text }),
])

const notice = { path: text, because: text, paste: text } satisfies Shape<Notice>
const step = { command: text, arguments: z.array(text), why: text } satisfies Shape<Step>

/** Every key of a type: one that is added there and forgotten here does not compile. */
type Shape<Value> = Record<keyof Value, z.ZodType>

/** What every plan has; what some have besides is kept as it is. */
const PlanShape = z.looseObject({
  changeSet: z.strictObject({
    changes: z.array(ChangeShape),
    notices: z.array(z.strictObject(notice)),
    steps: z.array(z.strictObject(step)),
  }),
  rendered: z.record(text, text),
  command: text,
  answers: z.record(text, z.unknown()),
  remarks: z.array(text).exactOptional(),
})

/** Where and by whom a plan was made: all that an elif of another version can still read. */
const Origin = z.object({ version: text, root: text, at: z.iso.datetime() })

const StoredPlan = z.strictObject({
  ...Origin.shape,
  plan: z.custom<Plan>((value) => PlanShape.safeParse(value).success),
  /** The words that make the same plan again, to prove that a second run changes nothing. */
  again: z.array(text),
})
/** A plan as it is kept to be applied later, with all that its token binds. */
export type StoredPlan = z.infer<typeof StoredPlan>

/** The text of a stored plan, and the token that belongs to exactly these bytes. */
export function sealed(stored: StoredPlan): { token: string; text: string } {
  const written = JSON.stringify(stored)
  return { token: tokenOf(written), text: written }
}

/** Half of a SHA-256: too long to be found twice, short enough to be pasted. */
export const tokenOf = (stored: string): string =>
  createHash('sha256').update(stored).digest('hex').slice(0, 32)

/** Reads a stored plan that belongs to its token; one of another elif is refused. */
export function readStoredPlan(stored: string, running: string): StoredPlan {
  const json = parseJson(stored)
  const { version } = Origin.parse(json)
  if (version !== running) throw elifError('plan-other-version', { version, running })
  return StoredPlan.parse(json)
}
