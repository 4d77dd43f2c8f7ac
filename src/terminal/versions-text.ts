import type { VersionList } from '../actions/list-versions.ts'
import type { VersionsValidation } from '../actions/validate-versions.ts'
import { columns } from './columns.ts'
import { paint } from './paint.ts'

const ways = {
  path: 'their prefix: /v1',
  header: 'the header api-version',
  query: 'the parameter ?api-version=',
  accept: 'a parameter of accept: version=',
}

/** A row for each version: what it is, its days, and how much it answers. */
export function versionsText({ by, versions }: VersionList): string {
  const rows = versions.map(({ name, state, deprecated, sunset, routes }): [string, string] => {
    const days = [
      state,
      deprecated && `deprecated ${deprecated}`,
      sunset && `sunset ${sunset}`,
      routes.length === 1 ? '1 route' : `${routes.length} routes`,
    ]
    return [name, days.filter(Boolean).join(', ')]
  })
  return [...columns(rows), '', `Callers choose by ${ways[by]}.`].join('\n')
}

/** What is wrong with the versions, with the way out of each. */
export function versionsValidationText({ valid, findings }: VersionsValidation): string {
  const lines = findings.flatMap(({ severity, version, says, hint }) => [
    `${severity === 'error' ? paint('red', '✗') : '·'} version ${version} ${says}`,
    `  ${hint}`,
  ])
  return [...lines, ...(valid ? ['The versions fit together.'] : [])].join('\n')
}
