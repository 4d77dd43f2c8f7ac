import { StartError } from './start-error.ts'

/** Runs a program; what whoever runs it can mend is told in its message, anything else with its stack. */
export async function runProgram(program: () => Promise<void>) {
  try {
    await program()
  } catch (error) {
    const message = refusal(error)
    if (message === undefined) throw error
    console.error(message)
    process.exit(1)
  }
}

/** The message of a reason not to start, ours or one of the system or PostgreSQL. */
function refusal(error: unknown): string | undefined {
  if (error instanceof AggregateError) return refusal(error.errors[0])
  if (!(error instanceof Error)) return undefined
  const isRefusal = error instanceof StartError || 'syscall' in error || 'severity' in error
  return isRefusal ? error.message : undefined
}
