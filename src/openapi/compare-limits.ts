import type { Direction, Report } from './api-change.ts'
import type { Schema } from './document.ts'

const least = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
const most = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']
const forms = ['pattern', 'format', 'multipleOf', 'uniqueItems']

type Compared = { report: Report; direction: Direction }

/** What bounds a value: tighter breaks who sends it. Who reads it has to know of another form only. */
export function compareLimits(
  { report, direction }: Compared,
  at: string,
  old: Schema,
  now: Schema,
): void {
  const sent = direction === 'request'
  const compare = (name: string, isTighter: (before: number, after: number) => boolean) => {
    const before = old[name]
    const after = now[name]
    if (before === after) return
    const tighter =
      before === undefined || (after !== undefined && isTighter(Number(before), Number(after)))
    report(at, `${name} ${changed(before, after)}`, sent && tighter)
  }

  for (const name of least) compare(name, (before, after) => after > before)
  for (const name of most) compare(name, (before, after) => after < before)
  for (const name of forms) {
    const before = old[name]
    const after = now[name]
    if (before === after) continue
    const breaks = sent ? after !== undefined : name === 'format' && before !== undefined
    report(at, `${name} ${changed(before, after)}`, breaks)
  }
}

function changed(before: unknown, after: unknown): string {
  if (before === undefined) return `is ${String(after)} now`
  if (after === undefined) return `was ${String(before)} and is gone`
  return `was ${String(before)} and is ${String(after)}`
}
