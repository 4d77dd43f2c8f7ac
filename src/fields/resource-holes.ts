import type { Names } from '../text/names.ts'
import type { Field } from './field.ts'
import { constraintLines, indexLines, tableLines } from './migration-lines.ts'
import { changeLines, columnLines, narrowLines, rowLines } from './model-lines.ts'
import { domainLines, inputLines, replyLines, toReplyLines } from './noun-lines.ts'
import { invalidLines, optionalLines, patchLines, sampleLines, uniqueLines } from './test-lines.ts'

/** Everything in a resource's files that depends on its fields, by the hole it goes into. */
export const resourceHoles = (fields: Field[], names: Names): Record<string, string[]> => ({
  domain: domainLines(fields),
  input: inputLines(fields),
  reply: replyLines(fields),
  'to-reply': toReplyLines(fields, names.camel),
  columns: columnLines(fields),
  row: rowLines(fields),
  changes: changeLines(fields),
  narrow: narrowLines(fields, names.pascal),
  table: tableLines(fields),
  constraints: constraintLines(fields, names.plural.snake),
  indexes: indexLines(fields, names.plural.snake),
  sample: sampleLines(fields),
  patch: patchLines(fields),
  invalid: invalidLines(fields),
  unique: uniqueLines(fields),
  absent: optionalLines(fields, 'undefined'),
  nulls: optionalLines(fields, 'null'),
})
