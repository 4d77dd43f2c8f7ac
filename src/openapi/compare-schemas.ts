import { isDeepStrictEqual } from 'node:util'

import type { Direction, Report } from './api-change.ts'
import { compareLimits } from './compare-limits.ts'
import { type Document, resolveSchema, type Schema } from './document.ts'

/** `seen` holds the pairs that are being compared: a schema may hold itself. */
export type Compared = {
  sides: { before: Document; after: Document }
  report: Report
  direction: Direction
  seen?: readonly [Schema, Schema][]
}

/** Reports what is different between two schemas of one place, and what of it breaks callers. */
export function compareSchemas(compared: Compared, at: string, old: Schema, now: Schema): void {
  const { sides, seen = [] } = compared
  const before = resolveSchema(sides.before, old)
  const after = resolveSchema(sides.after, now)
  if (seen.some(([one, other]) => one === before && other === after)) return
  const inner = { ...compared, seen: [...seen, [before, after]] } satisfies Compared

  const left = alternativesOf(sides.before, before)
  const right = alternativesOf(sides.after, after)
  const rest = new Set(right)
  for (const one of left) {
    const same = partnerOf(one, [...rest])
    if (!same) {
      compared.report(at, `is not ${kindOf(one)} any more`, compared.direction === 'request')
      continue
    }
    rest.delete(same)
    compareAlternatives(inner, at, one, same)
  }
  // What callers send is one of the old choices; what they read may be one of the new.
  for (const one of rest) {
    compared.report(at, `may be ${kindOf(one)} now`, compared.direction === 'reply')
  }
}

/** A schema as the choices it leaves: those of `anyOf`, and one for each of its types. */
function alternativesOf(document: Document, schema: Schema): Schema[] {
  const choices = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(choices)) {
    return choices.flatMap((each) =>
      alternativesOf(document, resolveSchema(document, Object(each))),
    )
  }
  const { type } = schema
  return Array.isArray(type)
    ? type.map((each: unknown) => Object.assign({}, schema, { type: each }))
    : [schema]
}

/** The choice that an old one became: the very same, else one that may hold it. */
const partnerOf = (one: Schema, others: Schema[]) =>
  others.find((other) => isDeepStrictEqual(other, one)) ??
  others.find((other) => other['type'] === one['type']) ??
  others.find((other) => other['type'] === 'number' && one['type'] === 'integer') ??
  others.find((other) => other['type'] === 'integer' && one['type'] === 'number') ??
  others.find((other) => other['type'] === undefined || one['type'] === undefined)

const kindOf = ({ type, enum: values }: Schema) =>
  Array.isArray(values)
    ? `one of ${values.join(', ')}`
    : type === undefined
      ? 'any value'
      : `${type}`

function compareAlternatives(compared: Compared, at: string, old: Schema, now: Schema): void {
  const { report, direction } = compared
  if (old['type'] !== now['type']) {
    const widens = now['type'] === undefined || now['type'] === 'number'
    const says = `was ${kindOf(old)} and is ${kindOf(now)}`
    report(at, says, direction === 'request' ? !widens : widens)
  }
  compareValues(compared, at, old, now)
  compareLimits(compared, at, old, now)
  compareMembers(compared, at, old, now)
  if (old['items'] && now['items']) {
    compareSchemas(compared, `${at}[]`, Object(old['items']), Object(now['items']))
  }
}

function compareValues({ report, direction }: Compared, at: string, old: Schema, now: Schema) {
  const before = valuesOf(old)
  const after = valuesOf(now)
  if (!before && !after) return
  if (!before) return report(at, `is one of ${after?.join(', ')} only`, direction === 'request')
  if (!after) return report(at, 'is not one of a few values any more', direction === 'reply')
  const gone = before.filter((value) => !after.includes(value))
  const added = after.filter((value) => !before.includes(value))
  // Somebody may wait for what never comes.
  if (gone.length > 0) report(at, `is never ${gone.join(', ')} any more`, true)
  if (added.length > 0) report(at, `may be ${added.join(', ')} now`, direction === 'reply')
}

function valuesOf(schema: Schema): unknown[] | undefined {
  if (Array.isArray(schema['enum'])) return schema['enum']
  return 'const' in schema ? [schema['const']] : undefined
}

function compareMembers(compared: Compared, at: string, old: Schema, now: Schema): void {
  const { report, direction } = compared
  const before = membersOf(old)
  const after = membersOf(now)
  for (const [name, { schema, required }] of before) {
    const member = after.get(name)
    const where = `${at}.${name}`
    if (!member) {
      report(where, 'is gone', true)
      continue
    }
    if (member.required && !required) report(where, 'became required', direction === 'request')
    if (!member.required && required) report(where, 'became optional', direction === 'reply')
    compareSchemas(compared, where, schema, member.schema)
  }
  for (const [name, { required }] of after) {
    if (before.has(name)) continue
    const breaks = required && direction === 'request'
    report(`${at}.${name}`, breaks ? 'is new and required' : 'is new', breaks)
  }
  if (direction === 'request' && isClosed(now) && !isClosed(old)) {
    report(at, 'takes nothing else any more', true)
  }
}

const isClosed = (schema: Schema) => schema['additionalProperties'] === false

function membersOf(schema: Schema): Map<string, { schema: Schema; required: boolean }> {
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const members = Object.entries(Object(schema['properties'])).map(
    ([name, member]) =>
      [name, { schema: Object(member), required: required.includes(name) }] as const,
  )
  return new Map(members)
}
