import { paint } from './paint.ts'

/** A unified diff with its added, removed and place lines in colour. */
export function diffText(diff: string): string {
  return diff.replace(/\n+$/, '').split('\n').map(paintLine).join('\n')
}

function paintLine(line: string): string {
  if (line.startsWith('+++') || line.startsWith('---')) return paint('bold', line)
  if (line.startsWith('+')) return paint('green', line)
  if (line.startsWith('-')) return paint('red', line)
  if (line.startsWith('@@')) return paint('cyan', line)
  return line
}
