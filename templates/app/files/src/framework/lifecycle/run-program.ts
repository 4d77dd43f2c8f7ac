import { StartError } from './start-error.ts'

/** Runs a program; what whoever runs it can mend is printed as one message, anything else with its stack. */
export async function runProgram(program: () => Promise<void>) {
  try {
    await program()
  } catch (error) {
    const isTheirs = error instanceof StartError || (error instanceof Error && 'syscall' in error)
    console.error(isTheirs ? error.message : error)
    process.exit(1)
  }
}
