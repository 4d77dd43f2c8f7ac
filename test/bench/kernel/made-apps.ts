import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { newApp, type Place } from '../place.ts'
import { timedProgram } from '../timed-program.ts'
import type { Program } from './server.ts'

/** A text of a file that is there exactly once, and what stands there instead. */
export type Change = { path: string; from: string; to: string }

export const ALONE = 'elif, kernel alone'
export const SECURE = 'elif, with its security defaults'
export const WHOLE = 'elif, as made (one log line)'

const files = join(import.meta.dirname, 'servers/elif')

/** The routes of the benchmark, mounted as `make:module` mounts a module. */
export const mounting: Change[] = [
  {
    path: 'src/app.ts',
    from: '  // #region elif:modules\n',
    to: '  // #region elif:modules\n  const bench = createBenchModule()\n',
  },
  {
    path: 'src/app.ts',
    from: '  // #region elif:routes\n',
    to: '  // #region elif:routes\n  http.register(bench.routes)\n',
  },
  {
    path: 'src/app.ts',
    from: `import { type Config`,
    to: `import { createBenchModule } from './modules/bench/bench-module.ts'\nimport { type Config`,
  },
]

/** What an owner may switch off: everything that is not needed to answer. */
export const bare: Change[] = [
  { path: 'src/framework/behaviour.ts', from: 'guarded: true', to: 'guarded: false' },
  {
    path: 'src/config.ts',
    from: 'load: { requests: 1000, wait: 250 }',
    to: 'load: { requests: Infinity, wait: Infinity }',
  },
  {
    path: 'src/config.ts',
    from: 'compress: { threshold: 1024 }',
    to: 'compress: { threshold: Infinity }',
  },
]

/** No address reaches such a limit, and each request is counted all the same. */
const limits = { RATE_LIMIT: '1000000000', RATE_LIMIT_WRITES: '1000000000' }
/** Nothing listens there: the routes of the benchmark ask for no database. */
const environment = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', ...limits }
const silent = { ...environment, LOG_LEVEL: 'silent' }

export type MadeApps = ReturnType<typeof makeApps>

/** One app of `elif new` with the routes of the benchmark, built and started as production does. */
export function makeApps(place: Place) {
  const made = newApp(place, 'made')
  timedProgram('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: made })
  cpSync(join(files, 'bench-module.ts'), join(made, 'src/modules/bench/bench-module.ts'))
  cpSync(join(files, 'measure.ts'), join(made, 'bin/measure.ts'))
  change(made, mounting)
  const kernel = changedCopy(place, made, { name: 'kernel', changes: bare })
  for (const app of [made, kernel]) timedProgram('npm', ['run', 'build'], { cwd: app })
  const words = ['dist/serve.js']
  return {
    /** The kernel with everything switched off that can be, with what protects it, and as it was made. */
    alone: { name: ALONE, cwd: kernel, words, environment: silent },
    secure: { name: SECURE, cwd: made, words, environment: silent },
    whole: { name: WHOLE, cwd: made, words, environment },
    /** The app as made, but for some lines of its framework. */
    changed: (name: string, changes: Change[]): Program => ({
      name,
      cwd: changedCopy(place, made, { name, changes }),
      words: ['bin/measure.ts'],
      environment,
    }),
  }
}

/** The same app a second time, with its dependencies by a link. */
function changedCopy(
  { cwd }: Place,
  made: string,
  { name, changes }: { name: string; changes: Change[] },
) {
  const copy = join(cwd, name.replaceAll(/\W+/g, '-'))
  mkdirSync(copy)
  for (const part of ['bin', 'src', 'package.json']) {
    cpSync(join(made, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(made, 'node_modules'), join(copy, 'node_modules'))
  change(copy, changes)
  return copy
}

function change(app: string, changes: Change[]): void {
  for (const { path, from, to } of changes) {
    const text = readFileSync(join(app, path), 'utf8')
    if (text.split(from).length !== 2) throw new Error(`${path} does not say once: ${from}`)
    writeFileSync(
      join(app, path),
      text.replace(from, () => to),
    )
  }
}
