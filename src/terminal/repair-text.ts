import type { Repaired } from '../ledger/repaired.ts'
import { paint } from './paint.ts'

/** What a repair does to the ledger, one line a file; what it cannot do comes last. */
export function repairText(repaired: Repaired[]): string {
  if (repaired.length === 0) return 'The ledger is whole.'
  const lines = repaired.map((each) =>
    each.kind === 'repaired'
      ? `  ${paint('green', 'repair')}  ${each.path}: ${each.how}`
      : `  ${paint('red', 'stays ')}  ${each.path}: ${each.because}`,
  )
  return lines.join('\n')
}
