import type { RouteEntry } from '../source/insert-route.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { entryAt } from './entry-at.ts'

type Wanted = { method: string; path: string; name?: string | undefined }

/** A typed route as the app's formatter lays it in a controller. */
export async function routeLines(
  app: Workspace,
  { method, path, name }: Wanted,
): Promise<RouteEntry> {
  const call = method.toLowerCase()
  const parameters = [...path.matchAll(/:(\w+)/gu)].map(([, parameter = '']) => parameter)
  const policy = `policy: '${method === 'GET' ? 'public' : 'open'}'`
  const config = name === undefined ? policy : `name: '${name}', ${policy}`
  const schema = schemaOf(method, parameters)
  const options = `{ config: { ${config} }, ${schema === '' ? '' : `schema: { ${schema} } `}}`
  const entry = `http.${call}('${path}', ${options}, ${handlerOf(method, parameters)})`
  const laid = await entryAt(app, 1, entry)
  return { method: call, path, entry: laid.replaceAll(/^(?=.)/gmu, '  ') }
}

function schemaOf(method: string, parameters: string[]): string {
  const fields = `{ ${parameters.map((each) => `${each}: z.string()`).join(', ')} }`
  const params = parameters.length > 0 ? [`params: z.object(${fields})`] : []
  const body = takesBody(method) ? ['body: z.strictObject({})'] : []
  const reply = parameters.length > 0 ? fields : '{}'
  const response = method === 'DELETE' ? [] : [`response: { 200: z.object(${reply}) }`]
  return [...params, ...body, ...response].join(', ')
}

function handlerOf(method: string, parameters: string[]): string {
  if (method === 'DELETE') return 'async (_, reply) => reply.code(204).send()'
  if (parameters.length === 0) return 'async () => ({})'
  const echo = parameters.map((each) => `${each}: request.params.${each}`).join(', ')
  return `async (request) => ({ ${echo} })`
}

const takesBody = (method: string) => ['POST', 'PUT', 'PATCH'].includes(method)
