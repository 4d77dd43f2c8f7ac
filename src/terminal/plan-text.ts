import type { ShownChange } from '../recipe/outcome.ts'
import { shellWord } from '../text/shell-word.ts'
import type { Notice, Step } from '../workspace/change-set.ts'
import { diffText } from './diff-text.ts'
import { paint } from './paint.ts'

const colours = { create: 'green', edit: 'yellow', delete: 'red', move: 'blue' } as const

/** What a plan would do: one line a file, then the diffs that were asked for. */
export function planText(changes: ShownChange[]): string {
  const diffs = changes.flatMap(({ diff }) => (diff === undefined ? [] : [diffText(diff)]))
  return [changes.map(changeLine).join('\n'), ...diffs].join('\n\n')
}

function changeLine({ kind, path, from }: ShownChange): string {
  return `  ${paint(colours[kind], kind.padEnd(6))}  ${from === undefined ? path : `${from} → ${path}`}`
}

/** What is left to the user: the reason, and the lines to paste between two rules. */
export function noticeText({ path, because, paste }: Notice): string {
  const rule = '─'.repeat(8)
  return [`${paint('yellow', path)}: ${because}`, rule, paste.replace(/\n$/, ''), rule].join('\n')
}

/** What will run afterwards, and why. */
export function stepText(step: Step): string {
  return `  ${paint('cyan', 'run')}     ${typedStep(step)}  (${step.why})`
}

/** The steps that are still to be run, as they are typed. */
export function leftText(steps: (Step & { result: string })[]): string {
  const left = steps.filter(({ result }) => result !== 'done')
  return ['Left to do:', ...left.map((step) => `  ${typedStep(step)}`)].join('\n')
}

export const typedStep = ({ command, arguments: words }: Step) =>
  [command, ...words].map(shellWord).join(' ')
