import type { ApiDiff } from '../actions/openapi.ts'
import { paint } from './paint.ts'

/** Breaking changes first, each under its operation. */
export function apiDiffText({ changes }: ApiDiff): string {
  if (changes.length === 0) return 'Nothing that a caller could notice has changed.'
  const breaking = changes.filter((change) => change.breaking)
  const others = changes.filter((change) => !change.breaking)
  return [
    ...part('Breaking:', breaking, 'red'),
    ...(breaking.length > 0 && others.length > 0 ? [''] : []),
    ...part('Not breaking:', others, 'dim'),
    '',
    `${breaking.length} breaking, ${others.length} not.`,
  ].join('\n')
}

function part(title: string, changes: ApiDiff['changes'], colour: 'red' | 'dim'): string[] {
  if (changes.length === 0) return []
  const lines = changes.map(
    ({ operation, at, says }) => `  ${operation}  ${at === '' ? '' : `${at} `}${says}`,
  )
  return [title, ...lines.map((line) => paint(colour, line))]
}
