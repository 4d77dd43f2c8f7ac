/** Whether somebody can be asked. Prompts that read from a pipe never end. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true
}

/** A yes or no; undefined when the question was cancelled with Ctrl-C or Escape. */
export async function askWhether(message: string, initial: boolean): Promise<boolean | undefined> {
  const { confirm, isCancel } = await import('@clack/prompts')
  const answer = await confirm({ message, initialValue: initial })
  return isCancel(answer) ? undefined : answer
}

/** A line of text that passes `check`, which answers what is wrong; undefined when cancelled. */
export async function askFor(
  message: string,
  options: { initial: string; check: (value: string) => string | undefined },
): Promise<string | undefined> {
  const { text, isCancel } = await import('@clack/prompts')
  const answer = await text({
    message,
    placeholder: options.initial,
    defaultValue: options.initial,
    validate: (value) =>
      options.check(value === undefined || value === '' ? options.initial : value),
  })
  return isCancel(answer) ? undefined : answer
}

/** One of several, the first one suggested; undefined when cancelled. */
export async function askWhich<Value extends string>(
  message: string,
  choices: { value: Value; hint: string }[],
): Promise<Value | undefined> {
  const { select, isCancel } = await import('@clack/prompts')
  const options = choices.map(({ value, hint }) => ({ value, hint, label: value }))
  const answer = await select<string>({ message, options })
  return isCancel(answer) ? undefined : choices.find(({ value }) => value === answer)?.value
}
