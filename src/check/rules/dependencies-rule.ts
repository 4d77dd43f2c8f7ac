import semver from 'semver'
import { z } from 'zod'

import { type Finding, finding } from '../finding.ts'
import { readPackage } from '../read-package.ts'
import type { Rule } from '../rule.ts'

const Names = z.record(z.string(), z.string()).default({})
const Dependencies = z.object({ dependencies: Names, devDependencies: Names })

const at = { path: 'package.json' }

/** What package.json lists is installed, in a version that it allows. */
export const dependenciesRule: Rule = ({ files, installed }) => {
  const read = readPackage(files, Dependencies)
  const wanted = Object.entries({ ...read?.devDependencies, ...read?.dependencies })
  const missing = wanted.map(([name]) => name).filter((name) => installed(name) === undefined)
  const none = missing.length === wanted.length
  const outdated = wanted.flatMap(([name, range]) => outdatedFinding(name, range, installed(name)))
  if (missing.length === 0) return outdated
  const values = { missing: none ? [] : missing }
  return [finding('error', at, 'app-dependencies-missing', values), ...outdated]
}

/** Ranges that are no versions (a folder, a git address) are not judged. */
function outdatedFinding(name: string, wanted: string, version: string | undefined): Finding[] {
  if (!version || !semver.validRange(wanted)) return []
  if (semver.satisfies(version, wanted, { includePrerelease: true })) return []
  return [finding('warning', at, 'dependency-outdated', { name, installed: version, wanted })]
}
