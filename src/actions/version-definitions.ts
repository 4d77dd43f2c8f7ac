import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { versionsFile } from '../project/layout.ts'
import type { ListAnchor, Reading } from '../source/reading.ts'
import { typescriptReader } from '../source/readers.ts'

/** Where an app defines its versions. */
export const definitions = { kind: 'call', name: 'defineVersions' } satisfies ListAnchor

type Days = { deprecated?: string; sunset?: string }

/** What the file of an app says of its versions, as far as it says it in so many words. */
export function readDefinitions(files: Files) {
  const source = files.read(versionsFile)
  if (source === undefined) throw elifError('versions-missing', { path: versionsFile })
  const reading = typescriptReader().read(source, versionsFile)
  const listAt = (path: (string | number)[]) => reading.listsAt({ ...definitions, path })[0]
  const valueOf = (path: (string | number)[], name: string) => textOf(source, listAt(path), name)
  return {
    known: (listAt([0, 'versions'])?.elements ?? []).flatMap(({ names }) => names),
    current: valueOf([0], 'current'),
    daysOf(name: string): Days {
      const [deprecated, sunset] = ['deprecated', 'sunset'].map((member) =>
        valueOf([0, 'versions', name], member),
      )
      return { ...(deprecated && { deprecated }), ...(sunset && { sunset }) }
    },
  }
}

/** The same for a version that is there. */
export function knownVersion(files: Files, name: string) {
  const { known, current, daysOf } = readDefinitions(files)
  if (!known.includes(name)) throw elifError('version-unknown', { name, known, path: versionsFile })
  return { current, days: daysOf(name) }
}

type List = ReturnType<Reading['listsAt']>[number]

/** The text that a member of an object literal has. */
function textOf(source: string, list: List | undefined, name: string): string | undefined {
  const member = list?.elements.find(({ names }) => names.includes(name))
  return member && /:\s*(['"`])([^'"`]*)\1$/.exec(source.slice(member.start, member.end))?.[2]
}
