import { platformFile } from '../project/layout.ts'
import { addImport } from '../source/add-import.ts'
import type { ImportRequest } from '../source/import-names.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
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
}

/** Makes something a part of the platform, on which all modules can stand. */
export async function addToPlatform(app: Workspace, part: Part): Promise<void> {
  const { imports, name, from, needs = [] } = part
  const build = insertIntoRegion({
    region: 'elif:platform',
    entry: await entryAt(app, 1, `const ${name} = ${from}`),
    needs,
    orInto: {
      function: 'createPlatform',
      after: ['const database = $database'],
      before: ['return $platform'],
    },
  })
  const returned = addReturnedMember({ function: 'createPlatform', member: name })
  app.edit(platformFile, together(...imports.map(addImport), build, returned))
}
