import { elifError } from '../errors/elif-error.ts'

export type Filling = { holes: Record<string, string[]>; when: Record<string, boolean> }

const OPENING = /^([ \t]*)(?:\/\/|#) #region (hole|when):([\w-]+)[ \t]*$/u

/**
 * Fills the holes of a template's text and keeps or cuts its `when` regions. The lines given for
 * a hole take the place of its sample and get the indentation of its marker.
 */
export function fillRegions(text: string, filling: Filling, filled: Set<string>): string {
  const lines = text.split('\n')
  const written: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', kind, name = ''] = OPENING.exec(lines[at] ?? '') ?? []
    if (kind === undefined) {
      written.push(lines[at] ?? '')
      continue
    }
    const end = endOf(lines, at, `${kind}:${name}`)
    const inside = lines.slice(at + 1, end)
    if (kind === 'hole') written.push(...indented(linesFor(name, filling), indent))
    const whole = kind === 'hole' ? undefined : fillRegions(inside.join('\n'), filling, filled)
    if (whole !== undefined && isKept(name, filling)) written.push(...whole.split('\n'))
    filled.add(name)
    at = end
  }
  return written.join('\n')
}

function endOf(lines: string[], from: number, region: string): number {
  const closing = new RegExp(`^[ \\t]*(?://|#) #endregion ${region}[ \\t]*$`, 'u')
  const end = lines.findIndex((line, at) => at > from && closing.test(line))
  if (end < 0) throw elifError('template-region-open', { region })
  return end
}

function linesFor(hole: string, { holes }: Filling): string[] {
  const lines = holes[hole]
  if (!lines) throw elifError('template-hole-unfilled', { hole, known: Object.keys(holes) })
  return lines
}

function isKept(name: string, { when }: Filling): boolean {
  const kept = when[name]
  if (kept === undefined) {
    throw elifError('template-hole-unfilled', { hole: name, known: Object.keys(when) })
  }
  return kept
}

const indented = (lines: string[], indent: string) =>
  lines.map((line) => (line === '' ? line : indent + line))
