import { string } from '@oclif/core/args'
import { boolean } from '@oclif/core/flags'

import { leavingDatabase, planUndo, type Undo } from '../src/actions/undo.ts'
import { PlanningCommand } from '../src/cli/planning-command.ts'
import { settleMigrations } from '../src/cli/settle-migrations.ts'
import { typedIn } from '../src/cli/typed-back.ts'
import { undoText } from '../src/terminal/undo-text.ts'

export default class UndoCommand extends PlanningCommand {
  static override summary = 'Take back what a run of elif has written.'
  static override description =
    'RUN is a command and what it made, the name that history tells, or its beginning; without it, the ' +
    'newest run that is not undone. What you have written since stays: your edits are merged, files ' +
    'that you have edited are yours, and where both have changed the same lines nothing is ' +
    'undone. An undo is a run itself, so undo NAME of it brings back what it took away.\n\n' +
    'Where a migration of the run is in the development database, a rollback comes first.'
  static override args = {
    run: string({ description: 'Such as make:resource Kite, or 20261120T101500.' }),
  }
  static override strict = false
  static override flags = {
    'leave-database': boolean({
      description: 'Do not ask the database: a table that a migration made stays there, for you.',
    }),
  }
  static override examples = [
    '<%= config.bin %> undo',
    '<%= config.bin %> undo make:resource Kite --dry-run',
    '<%= config.bin %> undo 20261120T101500 --yes',
  ]

  // The second time it would be another run.
  protected override readonly twiceIsOnce = false

  async run() {
    const { argv, flags } = await this.parse(UndoCommand)
    const app = await this.openApp()
    const typed = argv.length > 0 ? argv.join(' ') : undefined
    const { files } = app
    let undo: Undo = await planUndo({ files, run: typed })
    const { run, migrations } = undo
    this.output.say(typedIn(undoText(undo)))
    if (!flags['leave-database']) {
      const wanted = { ...this.wantedBy(flags), root: app.root }
      await settleMigrations({ app, environment: this.environmentOf(app), run, migrations }, wanted)
    }
    const plan = async () => {
      undo = await planUndo({ files, run: run.name })
      return flags['leave-database'] ? leavingDatabase(undo) : undo.plan
    }
    const outcome = await this.carryOut(plan, flags)
    return { ...outcome, run, left: undo.left }
  }
}
