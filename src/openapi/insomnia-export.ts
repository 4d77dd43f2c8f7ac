import { sha256 } from '../files/sha256.ts'
import { type DescribedRequest, requestGroups, type Sent } from './described-request.ts'
import type { Document } from './document.ts'

/** An export of Insomnia, version 4: a collection with a folder for each tag of a document. */
export function insomniaExport(document: Document, url: string) {
  const { title, version } = document.info
  const workspace = idOf('wrk', title)
  const folders = [...requestGroups(document)].map(([name, requests]) => {
    const id = idOf('fld', `${title} ${name}`)
    return {
      folder: { _id: id, _type: 'request_group', parentId: workspace, name },
      requests: requests.map((request) => resourceOf(request, title, id)),
    }
  })
  return {
    _type: 'export',
    __export_format: 4,
    __export_source: 'elif',
    resources: [
      {
        _id: workspace,
        _type: 'workspace',
        parentId: null,
        name: title,
        description: `Version ${version}`,
        scope: 'collection',
      },
      {
        _id: idOf('env', title),
        _type: 'environment',
        parentId: workspace,
        name: 'Base Environment',
        data: { base_url: url },
      },
      ...folders.map(({ folder }) => folder),
      ...folders.flatMap(({ requests }) => requests),
    ],
  }
}

function resourceOf(request: DescribedRequest, title: string, folder: string) {
  const { key, name, description, method, path, ofPath, query, headers, body } = request
  const typed = body ? [{ name: 'Content-Type', value: body.type }] : []
  return {
    _id: idOf('req', `${title} ${key}`),
    _type: 'request',
    parentId: folder,
    name,
    description,
    method,
    url: `{{ _.base_url }}${path}`,
    pathParameters: ofPath.map(({ name: parameter, value }) => ({ name: parameter, value })),
    parameters: query.map(pair),
    headers: [...typed, ...headers.map(pair)],
    body: body ? { mimeType: body.type, text: body.text } : {},
  }
}

/** What may be left out is there to be switched on. */
const pair = ({ name, value, required }: Sent) => ({
  name,
  value,
  ...(!required && { disabled: true }),
})

/** The same for the same thing, so that importing anew replaces what was imported before. */
const idOf = (kind: string, name: string) => `${kind}_${sha256(name).slice(0, 32)}`
