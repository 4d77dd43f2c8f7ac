import type { StatusReport } from '../actions/status.ts'
import { paint } from './paint.ts'

type Shown = StatusReport['files'][number]

const colours = {
  untouched: 'dim',
  edited: 'yellow',
  moved: 'blue',
  missing: 'red',
  generated: 'dim',
  unmanaged: 'dim',
} as const
const order = Object.keys(colours)

/** A line for each file that is not simply as elif left it, or for every file; then the counts. */
export function statusText({ files }: Pick<StatusReport, 'files'>, all: boolean): string {
  if (files.length === 0) return 'No run of elif has written a file here.'
  const told = files.filter(({ state }) => all || (state !== 'untouched' && state !== 'generated'))
  const counts = order.flatMap((state) => {
    const count = files.filter((file) => file.state === state).length
    return count === 0 ? [] : [`${count} ${state}`]
  })
  return [...told.map(fileLine), ...(told.length > 0 ? [''] : []), `${counts.join(', ')}.`].join(
    '\n',
  )
}

function fileLine(file: Shown): string {
  const path = file.state === 'moved' ? `${file.path} → ${file.to}` : file.path
  const remark = file.state === 'generated' ? '  (written anew by every ./elif migrate)' : ''
  return `  ${paint(colours[file.state], file.state.padEnd(9))}  ${path}${remark}`
}
