import type { Operation, Parameter, Schema } from './document.ts'
import { keyText, memberText, typeText } from './type-text.ts'

type Taken = Parameter & { key: string }

/** An operation as a method of the client. */
export function methodText(method: string, path: string, operation: Operation): string {
  const { operationId = `${method} ${path}`, summary, deprecated } = operation
  const parameters = keyed(operation.parameters)
  const body = bodyOf(operation)
  const members = [
    ...parameters.map(({ key, schema, required }) => memberText(key, typeText(schema), required)),
    ...(body ? [memberText('body', typeText(body.schema), body.required)] : []),
  ]
  const mayBeLeftOut = !body?.required && parameters.every(({ required }) => !required)
  const given = `given: { ${members.join('; ')} }${mayBeLeftOut ? ' = {}' : ''}`
  const says = [`${method.toUpperCase()} ${path}${summary ? `: ${plain(summary)}` : ''}`]
  if (deprecated) says.push('@deprecated')
  return `/** ${says.join(' ')} */
${keyText(operationId)}: (${members.length > 0 ? given : ''}) =>
  send<${replyText(operation)}>('${method.toUpperCase()}', ${pathText(path, parameters)}${sentText(parameters, body !== undefined)}),`
}

const plain = (text: string) => text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')

/** Names are used once each: a query may have one that the path has too. */
function keyed(parameters: Parameter[]): Taken[] {
  const known = new Set(['body'])
  return parameters.map((parameter) => {
    const { name, in: place } = parameter
    const key = known.has(name) ? `${place}-${name}` : name
    known.add(key)
    return { key, ...parameter }
  })
}

function bodyOf({ requestBody }: Operation): { schema: Schema; required: boolean } | undefined {
  const json = requestBody?.content['application/json']
  return json && { schema: json.schema ?? {}, required: requestBody?.required ?? false }
}

function replyText({ responses }: Operation): string {
  const replies = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const types = replies.map(([status, { content = {} }]) => {
    const [said] = Object.entries(content)
    // A range of which nothing is said may hold anything; a status is said to hold nothing.
    if (!said) return status === '2XX' ? 'unknown' : 'undefined'
    return said[0].includes('json') ? typeText(said[1].schema ?? {}) : 'string'
  })
  if (types.length === 0) return 'unknown'
  return types.includes('unknown') ? 'unknown' : [...new Set(types)].join(' | ')
}

function pathText(path: string, parameters: Taken[]): string {
  const parts = path.replaceAll('`', '\\`').replace(/\{(\w+)\}/g, (_, name: string) => {
    const { key = name } = parameters.find((each) => each.in === 'path' && each.name === name) ?? {}
    return `\${encodeURIComponent(given[${JSON.stringify(key)}])}`
  })
  return `\`${parts}\``
}

function sentText(parameters: Taken[], hasBody: boolean): string {
  const from = (place: string) => {
    const members = parameters
      .filter((each) => each.in === place)
      .map(({ name, key }) => `${keyText(name)}: given[${JSON.stringify(key)}]`)
    return members.length > 0 ? `{ ${members.join(', ')} }` : undefined
  }
  const query = from('query')
  const headers = from('header')
  const parts = [
    ...(query ? [`query: ${query}`] : []),
    ...(headers ? [`headers: ${headers}`] : []),
    ...(hasBody ? ['body: given.body'] : []),
  ]
  return parts.length > 0 ? `, { ${parts.join(', ')} }` : ''
}
