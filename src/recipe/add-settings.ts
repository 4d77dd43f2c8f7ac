import { configFile, environmentExample } from '../project/layout.ts'
import { addImport } from '../source/add-import.ts'
import type { Editor } from '../source/edit.ts'
import { type EnvironmentLine, setEnvironmentLine } from '../source/environment.ts'
import type { ImportRequest } from '../source/import-names.ts'
import { insertIntoList } from '../source/insert-into-list.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import type { ListAnchor } from '../source/reading.ts'
import { addReturnedMember } from '../source/returned-member.ts'
import { together } from '../source/together.ts'
import type { Workspace } from '../workspace/workspace.ts'

type Settings = {
  imports?: ImportRequest[]
  /** What readers of the environment get: the schema of each variable by its name. */
  variables: Record<string, string>
  /** What stands above them, where their schema does not describe them. */
  comments?: Record<string, string>
  /** The variable behind which they belong; without it they go where new ones go. */
  behind?: string
  /** What `readConfig` returns of them: `uploads: { directory: read.UPLOADS_DIRECTORY }`. */
  member?: string
  /** Lines of `.env.example` for those that a deployer is likely to set. */
  examples?: EnvironmentLine[]
}

/** Gives a feature its part of the configuration, read by `config.ts` like everything else. */
export function addSettings(app: Workspace, settings: Settings): void {
  const { imports = [], member, examples = [] } = settings
  const entries = entriesOf(settings)
  const returned =
    member === undefined ? [] : [addReturnedMember({ function: 'readConfig', member })]
  app.edit(configFile, together(...imports.map(addImport), ...entries, ...returned))
  for (const line of examples) app.edit(environmentExample, setEnvironmentLine(line))
}

const environment: ListAnchor = { kind: 'call', name: 'z.object', path: [0] }

function entriesOf({ variables, comments = {}, behind }: Settings): Editor[] {
  let last = behind
  return Object.entries(variables).map(([name, schema]) => {
    const comment = comments[name] === undefined ? '' : `/** ${comments[name]} */\n`
    const wanted = { entry: `${comment}${name}: ${schema}`, needs: ['z'] }
    if (last === undefined) {
      return insertIntoRegion({ ...wanted, region: 'elif:environment', orInto: environment })
    }
    const neighbour = { behind: last }
    last = name
    return insertIntoList({ ...wanted, anchor: environment, neighbour })
  })
}
