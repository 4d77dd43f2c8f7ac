import { shellWord } from '../text/shell-word.ts'
import type { RunRecord } from './run-record.ts'

/** Answers that are given by a flag of their name. */
const FLAGS = ['module', 'plural', 'elif']

/** Where the name is a flag too; elsewhere it stands in the command. */
const NAMED_BY_FLAG = /^route:add /u

/** The command of a run with its answers, as it could be typed again: `make:resource Kite tail:text`. */
export function typedAgain({ command, answers }: RunRecord): string {
  const { fields = [] } = answers
  const words = [...command.split(' '), ...[fields].flat().map(String)]
  const asked = NAMED_BY_FLAG.test(command) ? [...FLAGS, 'name'] : FLAGS
  const flags = asked.flatMap((name) =>
    answers[name] === undefined ? [] : [`--${name}`, String(answers[name])],
  )
  return [...words, ...flags].map(shellWord).join(' ')
}
