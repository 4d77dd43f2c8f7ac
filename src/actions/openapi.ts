import { resolve } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { readText } from '../files/read-text.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import type { ApiChange } from '../openapi/api-change.ts'
import { compareDocuments } from '../openapi/compare-documents.ts'
import { type Document, parseDocument, readDocument } from '../openapi/document.ts'
import { withoutPlaces } from '../openapi/without-places.ts'
import { askApp } from './ask-app.ts'

/** The description of an app's API, without the places in its code: those change with every line. */
export const describeApi = async (root: string): Promise<unknown> =>
  withoutPlaces(await askApp(root, 'operations'))

/** Writes a document to where a person wants it. */
export function writeDocument(path: string, text: string): void {
  writeAtomic(resolve(path), text)
}

export type ApiDiff = { breaking: boolean; changes: ApiChange[] }

/** What became of an API since a document was kept; without a newer one, up to the app as it is. */
export async function diffApi(
  old: string,
  newer: string | undefined,
  describe: () => Promise<unknown>,
): Promise<ApiDiff> {
  const before = await readDocumentFile(old)
  const after =
    newer === undefined
      ? readDocument(await describe(), 'What the app says')
      : await readDocumentFile(newer)
  const changes = compareDocuments(before, after)
  return { breaking: changes.some((change) => change.breaking), changes }
}

async function readDocumentFile(path: string): Promise<Document> {
  const text = readText(resolve(path))
  if (text === undefined) throw elifError('openapi-missing', { path })
  return parseDocument(text, path)
}
