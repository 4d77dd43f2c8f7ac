import { boolean } from '@oclif/core/flags'

import { PlanningCommand } from './planning-command.ts'

const { plan, prove, diff, yes, 'dry-run': dryRun, ...others } = PlanningCommand.baseFlags
const dependsOn = ['fix']

/** The flags of a command that plans with `--fix` only: how far a plan goes means nothing without. */
export const fixFlags = {
  ...others,
  fix: boolean({ description: 'Mend what can be mended without a doubt; the rest is told.' }),
  plan: { ...plan, dependsOn },
  prove: { ...prove, dependsOn },
  diff: { ...diff, dependsOn },
  yes: { ...yes, dependsOn },
  'dry-run': { ...dryRun, dependsOn },
}
