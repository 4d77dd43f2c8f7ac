import { z } from 'zod'

import { PlanAnswer } from './outcome.ts'

/** The JSON schema of what planning commands print with `--json`, made from what types it. */
export const planSchema = () => ({
  title: 'What a planning command of elif answers with --json',
  ...z.toJSONSchema(PlanAnswer, { target: 'draft-2020-12', io: 'input' }),
})
