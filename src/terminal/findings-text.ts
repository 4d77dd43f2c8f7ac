import type { Finding } from '../check/finding.ts'
import { placeText } from '../errors/place-text.ts'
import { paint } from './paint.ts'

const styles = { error: 'red', warning: 'yellow', info: 'dim' } as const

/** Findings as people read them: what, where, the way out, the code to search for. */
export const findingsText = (findings: Finding[]) => findings.map(findingText).join('\n\n')

function findingText({ severity, says, at, hint, code }: Finding): string {
  const lines = [
    `${paint(styles[severity], severity)}  ${says}`,
    `  at ${placeText(at)}`,
    ...hint.split('\n').map((line) => `  ${line}`),
    paint('dim', `  (${code})`),
  ]
  return lines.join('\n')
}

/** "2 errors, 1 warning", or that there is nothing. */
export function findingsSummary(findings: Finding[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length
    if (count === 0) return []
    const noun = severity === 'info' ? 'to know' : `${severity}${count === 1 ? '' : 's'}`
    return [`${count} ${noun}`]
  })
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing is wrong.'
}
