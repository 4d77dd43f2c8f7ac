import { z } from 'zod'

import type { Notice, Step } from '../workspace/change-set.ts'

/** The name a shape has in the published schema. */
const named = (id: string) => ({ id })

const NoticeShape: z.ZodType<Notice> = z
  .strictObject({ path: z.string(), because: z.string(), paste: z.string() })
  .meta(named('Notice'))

const stepShape = {
  command: z.string(),
  arguments: z.array(z.string()),
  why: z.string(),
} satisfies Record<keyof Step, z.ZodType>

const ShownChange = z
  .strictObject({
    kind: z.enum(['create', 'edit', 'delete', 'move']),
    path: z.string().describe('Where the file will lie, relative to the app.'),
    from: z.string().exactOptional().describe('Where a moved file lies now.'),
    diff: z.string().exactOptional().describe('A unified diff, as git prints it.'),
  })
  .meta(named('Change'))
/** A change, with its unified diff where that was asked for. */
export type ShownChange = z.infer<typeof ShownChange>

const StepOutcome = z
  .strictObject({ ...stepShape, result: z.enum(['done', 'failed', 'not-run']) })
  .meta(named('Step'))
/** A step with what became of it; one that failed ends the row. */
export type StepOutcome = z.infer<typeof StepOutcome>

const Risk = z
  .strictObject({
    kind: z.enum(['delete', 'move', 'edit', 'migration', 'process']),
    path: z.string().exactOptional(),
    says: z.string(),
  })
  .meta(named('Risk'))
/** What a plan takes away, locks or sets going. */
export type Risk = z.infer<typeof Risk>

const statements = z.array(z.string())
const MigrationSql = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('known'),
      path: z.string(),
      up: statements,
      down: statements,
    }),
    z
      .strictObject({
        kind: z.literal('partly'),
        path: z.string(),
        up: statements,
        down: statements,
        because: z.string(),
      })
      .describe('What runs after a query depends on rows that only the database knows.'),
    z.strictObject({ kind: z.literal('unknown'), path: z.string(), because: z.string() }),
  ])
  .meta(named('MigrationSql'))
/** What a migration of a plan will say to the database, as far as it can be known beforehand. */
export type MigrationSql = z.infer<typeof MigrationSql>

const ProofCheck = z
  .strictObject({
    name: z.enum(['packages', 'format', 'types', 'migrations', 'boot', 'tests', 'again']),
    result: z.enum(['passed', 'failed', 'left-out']),
    milliseconds: z.number(),
    says: z.string().describe('What was looked at, or what the failing program printed.'),
  })
  .meta(named('ProofCheck'))
export type ProofCheck = z.infer<typeof ProofCheck>

const Proof = z
  .strictObject({ passed: z.boolean(), checks: z.array(ProofCheck) })
  .meta(named('Proof'))
/** What became of a plan that was carried out on a copy of the app first. */
export type Proof = z.infer<typeof Proof>

const Outcome = z.object({
  result: z.enum([
    'applied',
    'applied-with-failed-step',
    'unchanged',
    'declined',
    'refused',
    'planned',
    'failed',
  ]),
  command: z.string(),
  changes: z.array(ShownChange),
  notices: z.array(NoticeShape).describe('What only the user can do.'),
  steps: z.array(StepOutcome).describe('Processes that run after the files have landed.'),
  remarks: z.array(z.string()),
  proof: Proof.exactOptional(),
})
/** What became of a plan, as `--json` prints it; some commands tell more besides. What cannot be done at all is thrown instead. */
export type Outcome = z.infer<typeof Outcome>

const KeptPlan = Outcome.extend({
  result: z.literal('planned'),
  token: z.string().describe('What `elif apply` takes. It binds every byte of the plan.'),
  expires: z.iso.datetime(),
  version: z.string().describe('The elif that made the plan, and the only one to apply it.'),
  risks: z.array(Risk),
  sql: z.array(MigrationSql),
})
/** A plan that was kept to be applied later, as `--plan --json` prints it. */
export type KeptPlan = z.infer<typeof KeptPlan>

/** What a command that plans answers with `--json`, unless it fails. */
export const PlanAnswer = z.union([KeptPlan, Outcome])
