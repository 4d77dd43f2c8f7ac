import { faultError } from '../../source/fault.ts'
import { regionFaults } from '../../source/region.ts'
import { findingOf } from '../finding.ts'
import type { Rule } from '../rule.ts'

const marked = /\.([cm]?[jt]sx?|ya?ml|html?|css|scss|sh)$|(^|\/)(\.env[^/]*|Dockerfile[^/]*)$/

/** Every region is opened and closed once, in the same brackets. */
export const regionsRule: Rule = ({ files }) =>
  files
    .list()
    .filter((path) => marked.test(path) && !path.startsWith('.elif/'))
    .flatMap((path) => {
      const faults = regionFaults(files.read(path) ?? '', path)
      return faults.map((fault) => findingOf('error', faultError(fault, path), { path }))
    })
