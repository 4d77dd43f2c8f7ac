import type { Explained, ExplainedLine } from '../actions/why.ts'
import type { ShownRun } from '../ledger/shown-run.ts'
import { dayAndTime } from './history-text.ts'
import { paint } from './paint.ts'

const states = {
  untouched: 'As the newest of these runs left it.',
  edited: 'Edited since by somebody else.',
  missing: 'It is gone.',
  moved: 'Moved since; its text is the same.',
  generated: 'Written anew by every ./elif migrate: what stands there is nobody’s edit.',
  unmanaged: 'No run of elif has written it: it is yours.',
}

/** Which runs wrote a file, what has become of it, and whose the line is that was asked for. */
export function whyText(why: Explained): string {
  const { path, movedFrom, state, made, edits, unbroken, line } = why
  const runs = [
    ...(made ? [`  made by    ${runText(made)}`] : []),
    ...edits.map((run) => `  edited by  ${runText(run)}${regionsText(run.regions)}`),
  ]
  return [
    paint('bold', movedFrom === undefined ? path : `${path} (elif wrote it as ${movedFrom})`),
    ...runs,
    `  ${states[state]}`,
    ...(unbroken || state === 'generated' ? [] : [`  ${between}`]),
    ...(line ? ['', ...lineText(line)] : []),
  ].join('\n')
}

const between = 'It may have been edited between these runs as well.'

const runText = ({ at, command, version }: ShownRun) =>
  `./elif ${command}  (${dayAndTime(at)}, elif ${version})`

const regionsText = (regions: string[]) => (regions.length > 0 ? `  in ${regions.join(', ')}` : '')

function lineText({ number, text, region, whose, by }: ExplainedLine): string[] {
  const place = region === undefined ? '' : `, in the region ${region}`
  const runs = by.map(({ title }) => title).join(' or ')
  const says = {
    elif: `It is as elif wrote it (${runs}).`,
    owner: 'It is the owner’s.',
    unsure: `It was written by its owner or by elif (${runs}).`,
    generated: 'It is generated.',
  }
  return [`Line ${number}${place}:`, `  ${paint('cyan', text.trim())}`, says[whose]]
}
