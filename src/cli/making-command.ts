import { boolean } from '@oclif/core/flags'

import { ElifError } from '../errors/elif-error.ts'
import type { OnExisting } from '../recipe/existing.ts'
import type { Outcome } from '../recipe/outcome.ts'
import type { Plan } from '../recipe/plan.ts'
import { askExisting } from '../terminal/ask-existing.ts'
import { asks } from './carry-out.ts'
import type { CarryFlags } from './carrying-command.ts'
import { PlanningCommand } from './planning-command.ts'
import { settledExisting } from './settled-existing.ts'

type Flags = CarryFlags & { force: boolean; 'skip-existing': boolean }

/** A planning command whose new files may find others in their places. */
export abstract class MakingCommand extends PlanningCommand {
  static override baseFlags = {
    ...PlanningCommand.baseFlags,
    'skip-existing': boolean({
      exclusive: ['force'],
      description: 'Leave files alone that are in the way, and make the rest.',
    }),
    force: boolean({
      description: 'Replace files that are in the way. elif undo gives them back.',
    }),
  }

  /** Carries a plan out; in a terminal it asks about files in the way that no flag speaks of. */
  protected async make(
    makePlan: (onExisting: OnExisting) => Promise<Plan>,
    flags: Flags,
  ): Promise<Outcome> {
    const said = flags.force ? 'replace' : flags['skip-existing'] ? 'keep' : 'refuse'
    const root = (await this.openApp()).root
    try {
      return await this.carryOut(() => makePlan(() => said), flags, { root })
    } catch (fault) {
      const inTheWay = fault instanceof ElifError && fault.code === 'file-in-the-way'
      if (!inTheWay || !asks({ ...this.wantedBy(flags), root })) throw fault
    }
    const settled = await settledExisting(makePlan, askExisting)
    if (!settled) return this.decline(this.id ?? '')
    // What a person has answered stands in no word of the command.
    return this.carryOut(() => makePlan(settled), flags, { root, again: [] })
  }
}
