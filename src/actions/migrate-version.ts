import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { appFile } from '../project/layout.ts'
import { type Plan, planOf } from '../recipe/plan.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import { openReaders, typescriptReader } from '../source/readers.ts'
import { together } from '../source/together.ts'
import { indentAt, placeOf } from '../text/lines.ts'
import { knownVersion } from './version-definitions.ts'

type Wanted = { files: Files; from: string; to: string }

/** Plans that a version answers all that another one answers: its mounts, under the other name. */
export async function planMigrateVersion({ files, from, to }: Wanted): Promise<Plan> {
  await openReaders()
  for (const name of [from, to]) knownVersion(files, name)
  const source = files.read(appFile) ?? ''
  const mounts = mountsIn(source, from)
  if (mounts.length === 0) throw elifError('version-not-mounted', { name: from, path: appFile })
  const entries = mounts.map(({ text }) => renamed(text, from, to))
  const others = mountsIn(source, to)
  const isDone =
    others.length === entries.length &&
    entries.every((each) => others.some(({ text }) => squeezed(text) === squeezed(each)))
  const [other] = others
  if (other && !isDone) {
    const { line } = placeOf(source, other.start)
    throw elifError('version-mounted', { name: to, path: appFile, line })
  }
  const command = `version:migrate ${from} ${to}`
  return planOf({ files, command, answers: { from, to } }, async (app) => {
    if (isDone) return
    const inserts = entries.map((entry) =>
      insertIntoRegion({ region: 'elif:routes', entry, needs: ['http', 'platform'] }),
    )
    app.edit(appFile, together(...inserts))
  })
}

/** The statements of `createApp` that mount routes in a version. */
function mountsIn(source: string, name: string) {
  const list = typescriptReader().read(source, appFile).exportedFunction('createApp')?.body
  const mount = new RegExp(
    `^http\\.register\\(\\s*platform\\.versions\\.mount\\(\\s*(['"])${RegExp.escape(name)}\\1`,
  )
  return (list?.elements ?? [])
    .map(({ start, end }) => ({ start, text: unindented(source, start, end) }))
    .filter(({ text }) => mount.test(text))
}

/** A statement without the indentation of its place. */
const unindented = (source: string, start: number, end: number) =>
  source.slice(start, end).replaceAll(`\n${indentAt(source, start)}`, '\n')

/** `v1` is what a scope of version 1 is usually called. */
const renamed = (text: string, from: string, to: string) =>
  text
    .replace(
      new RegExp(`(mount\\(\\s*['"])${RegExp.escape(from)}(?=['"])`),
      (_, head: string) => head + to,
    )
    .replaceAll(new RegExp(`\\bv${RegExp.escape(from)}\\b`, 'g'), `v${to.replaceAll(/\W/g, '_')}`)

const squeezed = (text: string) => text.replaceAll(/[\s;]|,(?=\s*\))/g, '')
