import { relative } from 'node:path'

import { string } from '@oclif/core/args'
import { boolean, string as text } from '@oclif/core/flags'

import { planNewApp } from '../src/actions/new-app.ts'
import { newAppAnswers } from '../src/cli/new-app-answers.ts'
import { CarryingCommand } from '../src/cli/carrying-command.ts'
import { launcherNote } from '../src/project/launcher-note.ts'
import { newAppPlace } from '../src/project/new-app-place.ts'
import { presetNamed, presetsText } from '../src/project/presets.ts'
import { npmSpec } from '../src/project/npm-spec.ts'
import { newAppText, nextCommands } from '../src/terminal/new-app-text.ts'

export default class New extends CarryingCommand {
  static override summary = 'Make an app.'
  static override description =
    'The last part of NAME names the package. Without NAME, in a terminal, it asks.'
  static override args = {
    name: string({ description: 'A folder, or @scope/name for a package with a scope.' }),
  }
  static override flags = {
    'no-install': boolean({ description: 'Leave npm install to you.' }),
    'no-git': boolean({ description: 'Make no git repository.' }),
    preset: text({
      helpValue: 'NAME',
      description: `What it begins with: ${presetsText}. Without it: api.`,
    }),
    elif: text({ helpValue: 'SPEC', description: 'List elif in package.json by this npm spec.' }),
  }
  static override examples = [
    '<%= config.bin %> new shop',
    '<%= config.bin %> new @acme/shop --no-install --no-git',
    '<%= config.bin %> new gateway --preset minimal',
    '<%= config.bin %> new apps/shop --dry-run',
  ]

  async run() {
    const { args, flags } = await this.parse(New)
    const preset = flags.preset === undefined ? undefined : presetNamed(flags.preset)
    const defaults = { install: !flags['no-install'], git: !flags['no-git'], preset }
    const answers = await newAppAnswers(args.name, defaults, !flags.yes && !flags.json)
    if (!answers) return this.decline('new')
    const place = newAppPlace(answers.name, process.cwd())
    await this.recoverIn(place.root)
    const { version } = this.config
    const elif = flags.elif && npmSpec(flags.elif, process.cwd(), place.root)
    const wanted = { ...place, ...answers, elif, version, at: new Date() }
    const local = [launcherNote(process.argv[1] ?? '')]
    const how = { root: place.root, brief: true, local }
    const outcome = await this.carryOut(() => planNewApp(wanted), { ...flags, yes: true }, how)
    if (outcome.result === 'planned') return outcome
    const folder = relative(process.cwd(), place.root)
    const next = nextCommands({ folder, steps: outcome.steps, ...answers })
    this.output.say(newAppText(place.packageName, next))
    return { ...outcome, root: place.root, next }
  }
}
