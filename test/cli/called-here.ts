import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { commandId, commandRow } from '../../src/cli/command-table.ts'
import { start } from '../../src/cli/start.ts'
import { filesOf, root } from '../architecture/repository.ts'

const commands = Object.fromEntries(
  filesOf('commands/**/*.ts').map((path) => [
    commandId(path.replace('commands/', '')),
    commandRow(() => import(join(root, path))),
  ]),
)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Runs a command line in this process, in a folder, as a process of its own would: much sooner. */
export async function calledHere(cwd: string, words: string[]) {
  const streams = [process.stdout, process.stderr]
  const writers = streams.map((stream) => stream.write)
  const folder = process.cwd()
  let output = ''
  for (const stream of streams) {
    stream.write = (text: string | Uint8Array) => {
      output += String(text)
      return true
    }
  }
  process.chdir(cwd)
  process.exitCode = 0
  try {
    await start(words, { commands, root, version })
    return { exitCode: Number(process.exitCode), output }
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = writers[index] ?? stream.write
    process.chdir(folder)
    process.exitCode = 0
  }
}
