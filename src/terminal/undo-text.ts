import type { Undo } from '../actions/undo.ts'
import { paint } from './paint.ts'

/** Which run is undone, and what of it stays. */
export function undoText({ run, left }: Pick<Undo, 'run' | 'left'>): string {
  const stays = left.map(
    ({ path, because }) => `  ${paint('yellow', 'stays ')}  ${path}: ${because}`,
  )
  return [`Undoing ${paint('bold', run.title)} (${run.name})`, ...stays].join('\n')
}
