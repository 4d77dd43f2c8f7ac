import { writeSchemaFile } from '../database/write-schema-file.ts'
import type { App } from '../project/find-app.ts'
import { schemaFile } from '../project/layout.ts'
import { settingsIn } from '../template/format-settings.ts'
import { formatText } from '../template/format-text.ts'
import { applyChangeSet } from '../workspace/apply-change-set.ts'
import { openWorkspace } from '../workspace/workspace.ts'

export type SchemaFile = {
  /** Writes the tables as the database has them; a file that says so already is left alone. */
  refresh(url: string): Promise<'written' | 'unchanged'>
}

/** Reads how the app lays out its files, so that a fault in it is told before a migration ran. */
export async function openSchemaFile(app: App): Promise<SchemaFile> {
  const settings = await settingsIn(app.files.read)
  const format = (path: string, text: string) => formatText(path, text, settings)
  return {
    async refresh(url) {
      const workspace = openWorkspace({ files: app.files, format })
      workspace.write(schemaFile, await writeSchemaFile(url))
      const changeSet = await workspace.changeSet()
      if (changeSet.changes.length === 0) return 'unchanged'
      await applyChangeSet(app.root, changeSet, { command: 'migrate' })
      return 'written'
    },
  }
}
