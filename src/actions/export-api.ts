import type { ApiFormat } from '../openapi/api-format.ts'
import { readDocument } from '../openapi/document.ts'
import { describeApi } from './openapi.ts'

/** What an app says of its API, and that as a text for those who read this format. */
export async function exportApi(root: string, format: ApiFormat, url: string) {
  const description = await describeApi(root)
  const value = await inFormat(description, format, url)
  return { value, text: await textOf(value, format) }
}

async function inFormat(description: unknown, format: ApiFormat, url: string): Promise<unknown> {
  if (format === 'json' || format === 'yaml') return description
  const document = readDocument(description, 'What the app says')
  if (format === 'postman') {
    const { postmanCollection } = await import('../openapi/postman-collection.ts')
    return postmanCollection(document, url)
  }
  const { insomniaExport } = await import('../openapi/insomnia-export.ts')
  return insomniaExport(document, url)
}

async function textOf(value: unknown, format: ApiFormat): Promise<string> {
  if (format !== 'yaml') return `${JSON.stringify(value, null, 2)}\n`
  const { stringify } = await import('yaml')
  return stringify(value, { aliasDuplicateObjects: false })
}
