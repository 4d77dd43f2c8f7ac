import type { History, PastRun } from '../actions/history.ts'
import type { Damaged } from '../ledger/shown-run.ts'
import { paint } from './paint.ts'

const words = { create: 'made', edit: 'edited', delete: 'deleted', move: 'moved' } as const
const actions = ['create', 'edit', 'delete', 'move'] as const

/** The runs one below the other, the newest last; each of their files when all is wanted. */
export function historyText({ runs }: Pick<History, 'runs'>, all: boolean): string {
  if (runs.length === 0) return 'No run of elif is recorded here.'
  return runs.map((run) => runText(run, all)).join('\n\n')
}

function runText(run: PastRun, all: boolean): string {
  const { at, command, name, version, files, notices, undoneBy, undoes } = run
  const counts = actions.flatMap((action) => {
    const count = files.filter((file) => file.action === action).length
    return count === 0 ? [] : [`${words[action]} ${count}`]
  })
  const rows = files.map(
    ({ action, path, from }) =>
      `    ${words[action].padEnd(7)}  ${from === undefined ? path : `${from} → ${path}`}`,
  )
  return [
    `${dayAndTime(at)}  ${paint('bold', `./elif ${command}`)}`,
    `  ${name}, elif ${version}, ${counts.join(', ') || 'no'} ${files.length === 1 ? 'file' : 'files'}`,
    ...(undoes ? [`  takes back ${undoes.title}`] : []),
    ...(undoneBy === undefined ? [] : [`  ${paint('yellow', 'undone')} by ${undoneBy}`]),
    ...(all ? rows : []),
    ...notices.map(({ path, because }) => `  left to you in ${path}: ${because}`),
  ].join('\n')
}

/** Records hold UTC, and so say all texts that two people may compare. */
export const dayAndTime = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

/** The records that were skipped, each with the way out. */
export const damagedText = (damaged: Damaged[]) =>
  damaged
    .map(({ says, hint }) => `${paint('red', 'Skipped', process.stderr)}: ${says}\n  ${hint}`)
    .join('\n')
