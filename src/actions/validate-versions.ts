import { versionsFile } from '../project/layout.ts'
import { dayOf, isDay } from '../text/day.ts'
import { askVersions, type ToldVersions } from './list-versions.ts'

export type VersionFinding = {
  severity: 'error' | 'info'
  version: string
  says: string
  hint: string
}
export type VersionsValidation = { valid: boolean; findings: VersionFinding[] }

/** Whether what an app says of the versions of its API fits together. */
export async function validateVersions(root: string, at: Date): Promise<VersionsValidation> {
  const findings = findingsIn(await askVersions(root), dayOf(at))
  return { valid: findings.every(({ severity }) => severity === 'info'), findings }
}

/** What is wrong with versions on a day. */
export function findingsIn({ current, versions }: ToldVersions, today: string): VersionFinding[] {
  const known = versions.map(({ name }) => name)
  const missing = known.includes(current)
    ? []
    : [error(current, `is current and not among ${known.join(', ')}.`, 'Add it, or name another.')]
  return [...missing, ...versions.flatMap((version) => faultsOf(version, current, today))]
}

type Version = ToldVersions['versions'][number]

function faultsOf(version: Version, current: string, today: string): VersionFinding[] {
  const { name } = version
  const strange = [version.deprecated, version.sunset].filter((day) => day && !isDay(day))
  return [
    ...strange.map((day) =>
      error(name, `has ${JSON.stringify(day)}, which is no day.`, 'Write it as 2026-12-31.'),
    ),
    ...(strange.length === 0 ? orderOf(version) : []),
    ...(name === current ? currentOf(version) : []),
    ...routesOf(version, today),
  ]
}

function orderOf({ name, deprecated, sunset }: Version): VersionFinding[] {
  if (sunset === undefined) return []
  if (deprecated === undefined) {
    return [error(name, `ends on ${sunset} and is not deprecated before.`, deprecate(name))]
  }
  if (deprecated <= sunset) return []
  const says = `is deprecated on ${deprecated} only, after its end on ${sunset}.`
  return [error(name, says, deprecate(name))]
}

function currentOf({ name, deprecated, sunset }: Version): VersionFinding[] {
  if (deprecated === undefined && sunset === undefined) return []
  const hint = 'Make another one current: ./elif version:create NAME --current'
  return [error(name, 'is current and deprecated.', hint)]
}

function routesOf({ name, sunset, routes }: Version, today: string): VersionFinding[] {
  const isGone = sunset !== undefined && sunset <= today
  if (isGone && routes.length > 0) {
    const says = `is answered no more since ${sunset}, and its routes are still there.`
    return [{ severity: 'info', version: name, says, hint: 'Their code can be removed.' }]
  }
  if (isGone || routes.length > 0) return []
  const hint = `Mount some in src/app.ts, take all of another version by ./elif version:migrate, or take it out of ${versionsFile}.`
  return [error(name, 'has no route.', hint)]
}

const error = (version: string, says: string, hint: string): VersionFinding => ({
  severity: 'error',
  version,
  says,
  hint,
})

const deprecate = (name: string) => `Say both days: ./elif version:deprecate ${name} --sunset DATE`
