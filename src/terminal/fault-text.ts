import type { Place } from '../errors/elif-error.ts'
import { placeText } from '../errors/place-text.ts'
import { paint } from './paint.ts'

/** A fault in the order people read: what is wrong, where, the way out, the code to search for. */
export function faultText(fault: { code: string; says: string; hint: string; at?: Place }): string {
  const lines = [
    `${paint('red', 'Error:', process.stderr)} ${fault.says}`,
    ...(fault.at ? [`  at ${placeText(fault.at)}`] : []),
    ...fault.hint.split('\n').map((line) => `  ${line}`),
    paint('dim', `  (${fault.code})`, process.stderr),
  ]
  return lines.join('\n')
}
