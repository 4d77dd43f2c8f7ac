import { faultError } from '../../source/fault.ts'
import { regionFaults } from '../../source/region.ts'
import { findingOf } from '../finding.ts'
import type { Rule } from '../rule.ts'

const marked = /\.([cm]?[jt]sx?|ya?ml|html?|css|scss|sh)$|(^|\/)(\.env[^/]*|Dockerfile[^/]*)$/

/**
 * Every region is opened and closed once, in the same brackets. The first fault of a file is told:
 * a marker that is missing makes those behind it look wrong.
 */
export const regionsRule: Rule = ({ files }) =>
  files
    .list()
    .filter((path) => marked.test(path) && !path.startsWith('.elif/'))
    .flatMap((path) => {
      const [first] = regionFaults(files.read(path) ?? '', path)
      return first ? [findingOf('error', faultError(first, path), { path })] : []
    })
