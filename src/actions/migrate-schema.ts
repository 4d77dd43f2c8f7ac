import { writeSchemaFile } from '../database/write-schema-file.ts'
import type { App } from '../project/find-app.ts'
import { schemaFile } from '../project/layout.ts'
import { settingsIn } from '../template/format-settings.ts'
import { formatText } from '../template/format-text.ts'
import { applyChangeSet } from '../workspace/apply-change-set.ts'
import { openWorkspace } from '../workspace/workspace.ts'

/** Writes the tables as the database has them; a file that says so already is left alone. */
export async function refreshSchema(app: App, url: string): Promise<'written' | 'unchanged'> {
  const settings = await settingsIn(app.files.read)
  const workspace = openWorkspace({
    files: app.files,
    format: (each, text) => formatText(each, text, settings),
  })
  workspace.write(schemaFile, await writeSchemaFile(url))
  const changeSet = await workspace.changeSet()
  if (changeSet.changes.length === 0) return 'unchanged'
  await applyChangeSet(app.root, changeSet, { command: 'migrate' })
  return 'written'
}
