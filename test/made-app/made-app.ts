import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { inject } from 'vitest'

import type { Preset } from '../../src/project/presets.ts'
import { isFull } from '../tiers/full.ts'
import { linkTree } from './link-tree.ts'
import { mustRun, type Ran, runProgram } from './run-program.ts'

export type MadeApp = ReturnType<typeof openMadeApp>

export const elifHere = join(import.meta.dirname, '../../bin/run.js')

/** The built elif, called as a global install would call it. */
export const elif = (words: string[], cwd: string): Promise<Ran> =>
  runProgram(process.execPath, [elifHere, ...words], { cwd, environment: inject('environment') })

type Wanted = { name?: string; parent?: string; preset?: Preset }

/** Makes an app in a folder of its own and gives it the shared dependencies. */
export async function makeApp({
  name = 'shop',
  parent = '',
  preset = 'api',
}: Wanted = {}): Promise<MadeApp> {
  const place = newFolder(parent)
  const made = await elif(
    ['new', name, '--preset', preset, '--no-install', '--no-git', '--yes'],
    place,
  )
  if (made.exitCode !== 0) throw new Error(`elif new ${name} failed:\n${made.output}`)
  const app = openMadeApp(join(place, name.split('/').at(-1) ?? name))
  linkTree(inject('dependencies'), join(app.root, 'node_modules'))
  return app
}

/** A new folder for apps; `within` names a folder inside of it, with whatever characters. */
export function newFolder(within = ''): string {
  const folder = join(mkdtempSync(join(inject('folder'), 'apps', 'a-')), within)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** What a test does with an app: call its launcher, its scripts, read and change its files. */
export function openMadeApp(root: string, more: Record<string, string> = {}) {
  const environment = { ...inject('environment'), ...more }
  const where = { cwd: root, environment }
  const npm = (script: string, ...words: string[]) =>
    mustRun('npm', ['run', script, ...(words.length > 0 ? ['--', ...words] : [])], where)
  const testsBut = (left: string) => npm('test', ...(isFull ? [] : ['--exclude', left]))
  const ownTests = () => testsBut('src/framework/workers/**')
  return {
    root,
    environment,
    /** `./elif …`, whatever it answers. */
    elif: (...words: string[]) => runProgram(process.execPath, ['elif', ...words], where),
    /** `./elif …`, which has to succeed. */
    mustElif: (...words: string[]) => mustRun(process.execPath, ['elif', ...words], where),
    /** `npm run …`, which has to succeed. */
    npm,
    /** The app's own tests, but for those that take long and that no option of an app changes. */
    ownTests,
    /** Those of them that tell whether its options go together. */
    testsOfOptions: () => testsBut('src/framework/!(database)/**'),
    /** Types, lint and format are right, and the app's own tests pass. */
    async holds() {
      for (const script of ['typecheck', 'lint', 'format:check']) await npm(script)
      await ownTests()
    },
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    write(path: string, text: string) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    /** The same app with other variables. */
    with: (variables: Record<string, string>) => openMadeApp(root, { ...more, ...variables }),
  }
}
