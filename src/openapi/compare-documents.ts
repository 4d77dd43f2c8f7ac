import type { ApiChange, Report } from './api-change.ts'
import { compareSchemas } from './compare-schemas.ts'
import { type Document, type Operation, operationsOf, type Parameter } from './document.ts'

type Sides = { before: Document; after: Document }

/** What became of an API from one document to the next. Names of schemas mean nothing to a caller. */
export function compareDocuments(before: Document, after: Document): ApiChange[] {
  const changes: ApiChange[] = []
  const old = byShape(before)
  const now = byShape(after)
  const sides = { before, after }

  for (const [shape, { operation, said }] of old) {
    const report: Report = (at, says, breaking) => changes.push({ breaking, operation, at, says })
    const other = now.get(shape)
    if (other) compareOperations(said, other.said, { sides, report })
    else report('', 'is gone', true)
  }
  for (const [shape, { operation }] of now) {
    if (!old.has(shape)) changes.push({ breaking: false, operation, at: '', says: 'is new' })
  }
  return changes
}

/** What the parameters of a path are called is nothing that a caller sends. */
const byShape = (document: Document) =>
  new Map(
    [...operationsOf(document)].map(([operation, said]) => [
      operation.replace(/\{\w+\}/g, '{}'),
      { operation, said },
    ]),
  )

type Context = { sides: Sides; report: Report }

function compareOperations(old: Operation, now: Operation, context: Context): void {
  compareParameters(old.parameters, now.parameters, context)
  compareBodies(old.requestBody, now.requestBody, context)
  compareReplies(old.responses, now.responses, context)
  if (now.deprecated && !old.deprecated) context.report('', 'is deprecated', false)
}

const keyOf = (parameter: Parameter) => `${parameter.in} ${parameter.name}`

function compareParameters(old: Parameter[], now: Parameter[], { sides, report }: Context): void {
  const known = byKey(old.filter((each) => each.in !== 'path'))
  // They go by their order.
  const paths = now.filter((each) => each.in === 'path')
  for (const [index, before] of old.filter((each) => each.in === 'path').entries()) {
    const { schema = {} } = paths[index] ?? {}
    compareSchemas({ sides, report, direction: 'request' }, keyOf(before), before.schema, schema)
  }
  for (const parameter of now.filter((each) => each.in !== 'path')) {
    const at = keyOf(parameter)
    const before = known.get(at)
    known.delete(at)
    if (!before) {
      report(at, parameter.required ? 'is new and required' : 'is new', parameter.required)
      continue
    }
    if (parameter.required && !before.required) report(at, 'became required', true)
    if (!parameter.required && before.required) report(at, 'need not be given any more', false)
    compareSchemas({ sides, report, direction: 'request' }, at, before.schema, parameter.schema)
  }
  for (const at of known.keys()) report(at, 'is gone', true)
}

const byKey = (parameters: Parameter[]) => new Map(parameters.map((each) => [keyOf(each), each]))

type Body = Operation['requestBody']

function compareBodies(old: Body, now: Body, { sides, report }: Context): void {
  if (!now) {
    if (old) report('body', 'is not read any more', true)
    return
  }
  if (now.required && !old?.required) report('body', 'became required', true)
  if (!old) return report('body', 'is read now', false)
  compareContent({ sides, report, direction: 'request' }, 'body', old.content, now.content)
}

type Content = NonNullable<Body>['content']
type Compared = Parameters<typeof compareSchemas>[0]

function compareContent(compared: Compared, at: string, old: Content, now: Content): void {
  for (const [type, { schema = {} }] of Object.entries(old)) {
    const other = now[type]
    if (other) compareSchemas(compared, at, schema, other.schema ?? {})
    else compared.report(at, `is not ${type} any more`, true)
  }
}

type Replies = Operation['responses']

function compareReplies(old: Replies, now: Replies, { sides, report }: Context): void {
  for (const [status, { content = {} }] of Object.entries(old)) {
    const other = now[status] ?? now[`${status.charAt(0)}XX`]
    if (other) {
      compareContent({ sides, report, direction: 'reply' }, status, content, other.content ?? {})
    } else if (isSuccess(status)) report(status, 'is not answered any more', true)
  }
  for (const status of Object.keys(now)) {
    if (!(status in old)) report(status, 'is answered now', isSuccess(status) && !('2XX' in old))
  }
}

/** A caller looks at the problems of an API by their code, and any may come. */
const isSuccess = (status: string) => status.startsWith('2')
