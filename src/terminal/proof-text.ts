import type { Proof, ProofCheck } from '../recipe/outcome.ts'
import { paint } from './paint.ts'

const marks = {
  passed: ['green', '✓'],
  failed: ['red', '✗'],
  'left-out': ['dim', '-'],
} as const

/** What came of each check of a proof; a failure with all that was said of it. */
export const proofText = ({ checks }: Proof): string =>
  ['', ...checks.map(checkText), ''].join('\n')

function checkText({ name, result, says, milliseconds }: ProofCheck): string {
  const [style, mark] = marks[result]
  const took = result === 'left-out' ? '' : `  ${paint('dim', `${milliseconds} ms`)}`
  const head = `  ${paint(style, mark)} ${name.padEnd(10)}`
  if (result !== 'failed') return `${head}  ${says}${took}`
  return [`${head}  failed${took}`, ...says.split('\n').map((line) => `      ${line}`)].join('\n')
}
