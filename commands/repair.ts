import { planRepair, type Repair } from '../src/actions/repair.ts'
import { PlanningCommand } from '../src/cli/planning-command.ts'
import { repairText } from '../src/terminal/repair-text.ts'

export default class RepairCommand extends PlanningCommand {
  static override summary = 'Put the ledger in .elif right after a merge.'
  static override description =
    'Records that cannot be read are taken from the side of a conflict that can, or set aside; ' +
    'copies of one run go; what elif once rendered is rendered again from the recorded answers ' +
    'where it is not what its run recorded. Files outside of .elif are not touched. Exit code 2 ' +
    'when something could not be repaired.'
  static override examples = ['<%= config.bin %> repair', '<%= config.bin %> repair --dry-run']

  async run() {
    const { flags } = await this.parse(RepairCommand)
    const { files } = await this.openApp()
    let repaired: Repair['repaired'] = []
    const plan = async () => {
      const repair = await planRepair({ files, version: this.config.version })
      repaired = repair.repaired
      this.output.say(repairText(repaired))
      return repair.plan
    }
    const outcome = await this.carryOut(plan, flags)
    if (repaired.some(({ kind }) => kind === 'left')) process.exitCode ||= 2
    return { ...outcome, repaired }
  }
}
