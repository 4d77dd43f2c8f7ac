import type { FormatterTally } from '../fuzz/formatters/formatter-tally.ts'
import type { FuzzTally } from '../fuzz/fuzz-tally.ts'
import { withSection } from './page-sections.ts'

/** What a run over the whole corpus counted, and where. */
export type FuzzFigures = {
  date: string
  machine: string
  seconds: number
  seed: number
  packages: number
  sources: number
  tally: FuzzTally
  formatters: FormatterTally[]
}

/** The page with the figures of this run in place of the earlier ones. */
export function withFuzz(page: string, figures: FuzzFigures): string {
  const { date, machine, seconds, seed, packages, sources, tally } = figures
  const rows: [string, string | number][] = [
    ['packages that ship their sources', packages],
    ['TypeScript sources', sources],
    ['package.json and tsconfig.json files', tally.files - sources],
    ['edits, each as is, with CRLF and with byte order mark', tally.cases],
    ['made, known when repeated, undone to the same bytes', tally.same],
    ['the same, but a list undone with other line breaks', tally.relaid],
    ...Object.entries(tally.refused)
      .toSorted(([, a], [, b]) => b - a)
      .map(([because, count]): [string, number] => [`refused: ${because}`, count]),
    ['failures', tally.failures.length],
  ]
  return withSection(
    page,
    [
      '## Fuzz on real sources',
      '',
      `Run on ${date} by \`npm run fuzz\` with seed ${seed} in ${seconds} s: ${machine}.`,
      '',
      '| What | Count |',
      '| --- | --- |',
      ...rows.map((cells) => `| ${cells.join(' | ')} |`),
      '',
      'Edits that a formatter has gone over: known when repeated and taken out again; known, but no longer',
      'as elif wrote them, so that they stay; in files where the formatter moved a marker, which is refused.',
      '',
      '| Formatter | Edits | Taken out | Stay | Marker moved | Failures |',
      '| --- | --- | --- | --- | --- | --- |',
      ...figures.formatters.map(formatterRow),
      '',
    ].join('\n'),
  )
}

function formatterRow({ formatter, cases, held, left, spoiled, failures }: FormatterTally): string {
  const moved = Object.values(spoiled).reduce((sum, count) => sum + count, 0)
  return `| ${[formatter, cases, held, left, moved, failures.length].join(' | ')} |`
}
