import type { Readable } from 'node:stream'

import { wholeLines } from './whole-lines.ts'

export type Output = { stream: 'stdout' | 'stderr'; text: string }

const kept = 8_000
const patience = 2_000

/**
 * What an app prints, handed on line by line. Complaints of its start are held for a moment: when
 * the start fails they become its fault, which says the same with place and code.
 */
export function createWorkerOutput(onOutput: (output: Output) => void) {
  let printed = ''
  let held: string[] | undefined = []
  const timer = setTimeout(release, patience).unref()

  function release() {
    clearTimeout(timer)
    for (const text of held ?? []) onOutput({ stream: 'stderr', text })
    held = undefined
  }

  return {
    attach(stdout: Readable | null, stderr: Readable | null) {
      const said = wholeLines((text) => onOutput({ stream: 'stdout', text }))
      stdout?.setEncoding('utf8').on('data', said.add).once('end', said.end)
      const complained = wholeLines((text) => {
        printed = (printed + text).slice(-kept)
        if (held) held.push(text)
        else onOutput({ stream: 'stderr', text })
      })
      stderr?.setEncoding('utf8').on('data', complained.add).once('end', complained.end)
    },

    /** The last complaints. */
    printed: () => printed,
    release,

    /** What is held is said in another way. */
    drop() {
      clearTimeout(timer)
      held = undefined
    },
  }
}
