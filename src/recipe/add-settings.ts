import { configFile, environmentExample } from '../project/layout.ts'
import { addImport } from '../source/add-import.ts'
import { setEnvironmentLine } from '../source/environment.ts'
import type { ImportRequest } from '../source/import-names.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import { addReturnedMember } from '../source/returned-member.ts'
import { together } from '../source/together.ts'
import type { Workspace } from '../workspace/workspace.ts'

type Settings = {
  imports?: ImportRequest[]
  /** What readers of the environment get: the schema of each variable by its name. */
  variables: Record<string, string>
  /** What `readConfig` returns of them: `uploads: { directory: read.UPLOADS_DIRECTORY }`. */
  member?: string
  /** Lines of `.env.example` for those that a deployer is likely to set. */
  examples?: { name: string; value: string; comment: string }[]
}

/** Gives a feature its part of the configuration, read by `config.ts` like everything else. */
export function addSettings(app: Workspace, settings: Settings): void {
  const { imports = [], variables, member, examples = [] } = settings
  const entries = Object.entries(variables).map(([name, schema]) =>
    insertIntoRegion({
      region: 'elif:environment',
      entry: `${name}: ${schema}`,
      needs: ['z'],
      orInto: { kind: 'call', name: 'z.object', path: [0] },
    }),
  )
  const returned =
    member === undefined ? [] : [addReturnedMember({ function: 'readConfig', member })]
  app.edit(configFile, together(...imports.map(addImport), ...entries, ...returned))
  for (const line of examples) app.edit(environmentExample, setEnvironmentLine(line))
}
