import { diffText } from './diff-text.ts'

/** Asks what becomes of a file in the way, as often as its difference is shown. */
export async function askExisting(
  path: string,
  diff: string,
): Promise<'keep' | 'replace' | undefined> {
  const { isCancel, select } = await import('@clack/prompts')
  for (;;) {
    const answer = await select({
      message: `${path} is there already.`,
      options: [
        { value: 'keep', label: 'Keep it as it is' },
        { value: 'replace', label: 'Replace it', hint: 'elif undo gives it back' },
        { value: 'diff', label: 'Show what would change' },
        { value: 'stop', label: 'Stop and change nothing' },
      ],
    })
    if (isCancel(answer) || answer === 'stop') return undefined
    if (answer !== 'diff') return answer
    process.stdout.write(`${diffText(diff)}\n`)
  }
}
