import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { readText } from '../files/read-text.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { clientMark, clientText } from '../openapi/client-text.ts'
import { readDocument } from '../openapi/document.ts'
import type { App } from '../project/find-app.ts'
import { settingsIn } from '../template/format-settings.ts'
import { formatText } from '../template/format-text.ts'
import { describeApi } from './openapi.ts'

export type WrittenClient = { path: string; changed: boolean }

/** Writes a typed client of an app's API into a folder, laid out as the app's code is. */
export async function writeClient(app: App, folder: string): Promise<WrittenClient> {
  const path = join(folder, 'client.ts')
  const before = readText(path)
  if (before !== undefined && !before.startsWith(clientMark)) {
    throw elifError('client-not-ours', { path })
  }
  const document = readDocument(await describeApi(app.root), 'What the app says')
  const settings = await settingsIn((each) => app.files.read(each))
  const text = await formatText(path, clientText(document), settings)
  if (text !== before) writeAtomic(path, text)
  return { path, changed: text !== before }
}
