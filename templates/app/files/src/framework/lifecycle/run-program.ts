import { StartError } from './start-error.ts'

/** Runs a program; what whoever runs it can mend is printed as one message, anything else with its stack. */
export async function runProgram(program: () => Promise<void>) {
  try {
    await program()
  } catch (error) {
    console.error(told(error))
    process.exit(1)
  }
}

function told(error: unknown): unknown {
  if (error instanceof AggregateError) return told(error.errors[0])
  if (!(error instanceof Error)) return error
  // The system refused, as a port in use, or PostgreSQL did.
  const isRefusal = 'syscall' in error || 'severity' in error
  return error instanceof StartError || isRefusal ? error.message : error
}
