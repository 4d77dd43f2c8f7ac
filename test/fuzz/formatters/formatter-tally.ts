import { extname } from 'node:path'

import type { Trial } from '../trial.ts'
import { judged } from './formatted-trial.ts'
import { formattedBy, type Formatter } from './formatter.ts'

/** What a formatter has made of many edits; `left` are known and can no longer be taken out. */
export type FormatterTally = {
  formatter: string
  cases: number
  held: number
  left: number
  spoiled: Record<string, number>
  failures: string[]
}

/** Makes the edits, has the formatter go over all of them, and asks elif for them again. */
export function tallied(formatter: Formatter, tools: string, trials: Trial[]): FormatterTally {
  const made = madeIn(trials)
  const texts = Object.fromEntries(made.map(({ name, text }) => [name, text]))
  const formatted = formattedBy(formatter, tools, texts)
  const tally = { formatter: formatter.name, cases: made.length, held: 0, left: 0 }
  const spoiled: Record<string, number> = {}
  const failures: string[] = []
  for (const { name, trial } of made) {
    const outcome = judged(trial, formatted[name] ?? '')
    if (!('because' in outcome)) tally[outcome.kind] += 1
    else if (outcome.kind === 'spoiled') {
      spoiled[outcome.because] = (spoiled[outcome.because] ?? 0) + 1
    } else failures.push(`${formatter.name}: ${trial.path}, ${trial.name}: ${outcome.because}`)
  }
  return { ...tally, spoiled, failures }
}

/** The edited texts by the names of their files; what is refused was tried elsewhere. */
const madeIn = (trials: Trial[]) =>
  trials.flatMap((trial, index) => {
    const edit = trial.add(trial.source, trial.path)
    const name = `text-${index}${extname(trial.path)}`
    return edit.kind === 'changed' ? [{ name, trial, text: edit.text }] : []
  })

/**
 * A formatter that only lays out leaves everything as elif knows it; one that sorts or rewrites may
 * change an entry so that it stays. Markers may move where imports and exports are sorted.
 */
export function formatterFaults(tally: FormatterTally, { rewrites }: Formatter): string[] {
  const { formatter, cases, left, spoiled, failures } = tally
  const moved = Object.values(spoiled).reduce((sum, count) => sum + count, 0)
  return [
    ...failures,
    ...(left > (rewrites ? cases / 5 : 0) ? [`${formatter}: ${left} of ${cases} stay`] : []),
    ...(moved > cases / 20 ? [`${formatter}: markers moved in ${moved} of ${cases}`] : []),
  ]
}
