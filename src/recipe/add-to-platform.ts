import { platformFile } from '../project/layout.ts'
import { addImport } from '../source/add-import.ts'
import type { ImportRequest } from '../source/import-names.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import type { Neighbour } from '../source/list/neighbour-place.ts'
import { addReturnedMember } from '../source/returned-member.ts'
import { together } from '../source/together.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { entryAt } from './entry-at.ts'

type Part = {
  imports: ImportRequest[]
  name: string
  /** What it is made from: `createUploads(config.uploads)`. */
  from: string
  needs?: string[]
  /** Statements before it, on which it stands, and behind it, which stand on it. */
  ahead?: string[]
  behind?: string[]
  /** Beside which member of the platform it stands; without it, behind all of them. */
  neighbour?: Neighbour
}

/** Makes something a part of the platform, on which all modules can stand. */
export async function addToPlatform(app: Workspace, part: Part): Promise<void> {
  const { imports, name, from, needs = [], ahead = [], behind = [], neighbour } = part
  const statements = [...ahead, `const ${name} = ${from}`, ...behind]
  const entries = await Promise.all(statements.map((each) => entryAt(app, 1, each)))
  const builds = entries.map((entry) =>
    insertIntoRegion({ region: 'elif:platform', entry, needs, orInto: amongParts }),
  )
  const member = { function: 'createPlatform', member: name }
  const returned = addReturnedMember({ ...member, ...(neighbour && { neighbour }) })
  app.edit(platformFile, together(...imports.map(addImport), ...builds, returned))
}

const amongParts = {
  function: 'createPlatform',
  after: ['const database = $database', 'const pool = $pool', 'const parts = $parts'],
  before: ['return $platform'],
}
