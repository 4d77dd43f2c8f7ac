import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A program that lays out or mends files: its files of settings, and its words before the paths. */
export type Formatter = {
  name: string
  settings: Record<string, string>
  program: string
  words: string[]
  /** The exit codes of a run that has done its work: a linter may have more to say than to mend. */
  done: number[]
  /** Whether it writes other code for the same, or sorts entries: then one is no longer as it was. */
  rewrites?: boolean
}

/** Has a formatter of the given installation work on texts by their names, all at once. */
export function formattedBy(
  { name, settings, program, words, done }: Formatter,
  tools: string,
  texts: Record<string, string>,
): Record<string, string> {
  // Inside of the installation, so that settings find its plugins.
  const folder = mkdtempSync(join(tools, 'work-'))
  try {
    mkdirSync(join(folder, 'src'))
    const files = Object.entries({ 'package.json': '{ "type": "module" }\n', ...settings })
    for (const [path, text] of files) writeFileSync(join(folder, path), text)
    for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, 'src', path), text)
    const run = spawnSync(process.execPath, [join(tools, 'node_modules', program), ...words], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    if (run.error) throw run.error
    if (!done.includes(run.status ?? -1)) {
      throw new Error(`${name} ended with ${run.status}:\n${run.stderr.slice(0, 2000)}`)
    }
    return Object.fromEntries(
      Object.keys(texts).map((path) => [path, readFileSync(join(folder, 'src', path), 'utf8')]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
