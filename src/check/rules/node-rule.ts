import semver from 'semver'
import { z } from 'zod'

import { finding } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { readPackage } from '../read-package.ts'

const Engines = z.object({ engines: z.object({ node: z.string() }) })

/** The app runs on the Node that its package.json wants. */
export const nodeRule: Rule = ({ files, node }) => {
  const wanted = readPackage(files, Engines)?.engines.node
  if (!wanted || semver.satisfies(node, wanted, { includePrerelease: true })) return []
  return [finding('error', { path: 'package.json' }, 'node-too-old', { version: node, wanted })]
}
