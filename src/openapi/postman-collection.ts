import { type DescribedRequest, requestGroups, type Sent } from './described-request.ts'
import type { Document } from './document.ts'

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/** A collection of Postman, version 2.1, with a folder for each tag of a document. */
export const postmanCollection = (document: Document, url: string) => ({
  info: { name: document.info.title, description: `Version ${document.info.version}`, schema },
  variable: [{ key: 'baseUrl', value: url }],
  item: [...requestGroups(document)].map(([name, requests]) => ({
    name,
    item: requests.map((request) => ({
      name: request.name,
      request: requestOf(request),
      response: [],
    })),
  })),
})

function requestOf({ method, description, headers, body, ...request }: DescribedRequest) {
  const typed = body ? [{ key: 'Content-Type', value: body.type }] : []
  return {
    method,
    ...(description !== '' && { description }),
    header: [...typed, ...headers.map(pair)],
    url: urlOf(request),
    ...(body && { body: { mode: 'raw', raw: body.text, options: { raw: { language: 'json' } } } }),
  }
}

function urlOf({ path, ofPath, query }: Pick<DescribedRequest, 'path' | 'ofPath' | 'query'>) {
  const asked = query.filter(({ required }) => required)
  const search = asked.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&')
  return {
    raw: `{{baseUrl}}${path}${search && `?${search}`}`,
    host: ['{{baseUrl}}'],
    path: path.split('/').slice(1),
    ...(query.length > 0 && { query: query.map(pair) }),
    ...(ofPath.length > 0 && { variable: ofPath.map(({ name, value }) => ({ key: name, value })) }),
  }
}

/** What may be left out is there to be switched on. */
const pair = ({ name, value, required }: Sent) => ({
  key: name,
  value,
  ...(!required && { disabled: true }),
})
