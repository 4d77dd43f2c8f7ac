import { elifError } from '../errors/elif-error.ts'
import { nearest } from '../text/nearest.ts'
import type { CommandTable } from './command-table.ts'
import { findCommand, type Called } from './find-command.ts'
import { createOutput, outputMode } from './output.ts'
import { reportFault } from './report-fault.ts'
import { typedBack } from './typed-back.ts'
import { readUsageFault } from './usage-fault.ts'

/** What runs: its commands, the folder of its package, its version. */
export type Program = { commands: CommandTable; root: string; version: string }

/** Runs one command line and leaves the exit code in `process.exitCode`. */
export async function start(argv: string[], program: Program): Promise<void> {
  if (argv.includes('--no-color')) process.env['NO_COLOR'] = '1'
  // Node lets FORCE_COLOR win, which some shells and servers set for everything.
  if (process.env['NO_COLOR']) delete process.env['FORCE_COLOR']
  const output = createOutput(outputMode(argv))
  try {
    output.detail(`elif ${program.version}, Node ${process.versions.node}, ${workingFolder()}`)
    const called = findCommand(argv, Object.keys(program.commands))
    const answer = await answerTo(called, program, output.json)
    if (answer !== undefined) process.stdout.write(answer)
  } catch (fault) {
    reportFault(fault, output)
    // 2 means that a command has looked and found something; a fault is never that.
    process.exitCode = 1
  }
  output.detail(`Took ${Math.round(performance.now())} ms, Node's own start included.`)
}

/** Node itself throws where a folder was removed while a shell stood in it. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch (cause) {
    throw elifError('working-folder-gone', {}, { cause })
  }
}

/** Help and version are answered with a text; a command speaks for itself. */
async function answerTo(
  called: Called,
  program: Program,
  json: boolean,
): Promise<string | undefined> {
  const ids = Object.keys(program.commands)
  if (called.kind === 'unknown') throw unknownCommand(called.words, called.guesses, ids)
  if (called.kind === 'help') {
    const { helpText } = await import('./help.ts')
    const help = await helpText(called, program.commands)
    return json ? `${JSON.stringify({ help })}\n` : help
  }
  const { oclifConfig } = await import('./oclif-config.ts')
  const config = oclifConfig(program.root, program.version)
  if (called.kind === 'version') return versionText(program.version, config.userAgent, json)
  const Class = await program.commands[called.id]?.load()
  if (!Class) throw unknownCommand(called.id, [], ids)
  Class.id = called.id
  try {
    await new Class(called.argv, config).answer()
  } catch (fault) {
    throw readUsageFault(fault, { id: called.id, Class, ids })
  }
  return undefined
}

const versionText = (version: string, whole: string, json: boolean) =>
  `${json ? JSON.stringify({ version }) : whole}\n`

function unknownCommand(words: string, guesses: string[], ids: string[]) {
  const [near] = guesses.flatMap((guess) => nearest(guess, ids) ?? [])
  return elifError('command-unknown', {
    words,
    near: near && typedBack(near),
    help: typedBack('--help'),
  })
}
