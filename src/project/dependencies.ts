import { isDeepStrictEqual } from 'node:util'

import { z } from 'zod'

const lists = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
const Packages = z.record(z.string(), z.string()).optional()
const Manifest = z.object({
  dependencies: Packages,
  devDependencies: Packages,
  optionalDependencies: Packages,
})

/** Whether a key of package.json says which version of a package an app takes. */
export const isDependency = ([list, name]: (string | number)[]): boolean =>
  name !== undefined && lists.some((each) => each === list)

/** Whether two texts of package.json ask npm for other packages. */
export function asksForOthers(before: string, after: string): boolean {
  const [one, other] = [before, after].map((text) => Manifest.safeParse(parsed(text)))
  return !isDeepStrictEqual(one?.data, other?.data)
}

/** The packages that a text of package.json lists. */
export function packagesIn(text: string): string[] {
  const { data } = Manifest.safeParse(parsed(text))
  return [data?.dependencies, data?.devDependencies, data?.optionalDependencies].flatMap((each) =>
    Object.keys(each ?? {}),
  )
}

/**
 * Tells which of two versions an app should have: its owner's, unless elif's is newer. Undefined
 * for what cannot be compared, such as a folder or an address.
 */
export async function versionJudge() {
  const { default: semver } = await import('semver')
  const least = (range: unknown) =>
    typeof range === 'string' && semver.validRange(range) !== null ? semver.minVersion(range) : null
  return (mine: unknown, theirs: unknown): 'mine' | 'theirs' | undefined => {
    const [own, ours] = [least(mine), least(theirs)]
    if (!own || !ours) return undefined
    return semver.gte(own, ours) ? 'mine' : 'theirs'
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch {
    return undefined
  }
}
