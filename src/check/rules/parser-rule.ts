import { finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** Sources are read by the native parser, which may have no package here. */
export const parserRule: Rule = ({ slowBecause }) =>
  slowBecause === undefined
    ? []
    : [finding('info', { path: 'package.json' }, 'parser-slow', { because: slowBecause })]
