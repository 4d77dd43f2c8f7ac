import pino from 'pino'
import { expect, test } from 'vitest'

import type { JsonSchema } from '#app/framework/openapi/json-schema.ts'
import type { OpenApiDocument } from '#app/framework/openapi/openapi-document.ts'
import { type Described, readDocument } from './described-api.ts'
import { naughtyStrings } from './naughty-strings.ts'
import { openTestApp } from './open-test-app.ts'

const seed = 20_260_131
const limit = { timeout: 60_000 }

type Replacements = Parameters<typeof openTestApp>[0]

/** The app, what it says of itself, and what it does when it is asked. */
async function openDescribed(replacements?: Replacements) {
  const app = await openTestApp(replacements)
  const answer = await app.request({ method: 'GET', url: '/openapi.json' }).response()
  const api = readDocument(answer.json<OpenApiDocument>(), seed)

  async function answerTo(described: Described, request: ReturnType<typeof api.request>) {
    const reply = await app.request(request).response()
    const fault = api.faultIn(described, reply)
    expect(fault && { request, fault, reply: reply.body }).toBeUndefined()
    return reply
  }
  return { app, api, answerTo, [Symbol.asyncDispose]: app[Symbol.asyncDispose] }
}

/** What is no free text has a grammar, which nearly all texts break in the same way. */
const textsFor = ({ type, format, pattern, enum: values }: JsonSchema) =>
  [type].flat().includes('string') && !format && !pattern && !values
    ? naughtyStrings
    : naughtyStrings.filter((_, at) => at % 10 === 0)

/** So many cases at most, spread over all of them: an app of a hundred resources takes no longer. */
const spread = <Case>(cases: Case[], most = 400) =>
  cases.filter((_, at) => at % Math.ceil(cases.length / most) === 0)

test('each naughty text is refused by a field, or comes back as it was sent', limit, async () => {
  await using described = await openDescribed()
  const { app, api, answerTo } = described
  const posts = api.operations.filter(({ method }) => method === 'POST')
  const cases = posts.flatMap((operation) =>
    Object.entries(api.fieldsOf(operation)).flatMap(([field, schema]) =>
      textsFor(schema).map((text) => ({ operation, field, text })),
    ),
  )
  for (const { operation, field, text } of spread(cases)) {
    const request = api.request(operation, 'as described')
    const sent = { ...JSON.parse(request.payload ?? '{}'), [field]: text }
    const reply = await answerTo(operation, { ...request, payload: JSON.stringify(sent) })
    const kept = reply.statusCode === 201 ? reply.json() : {}
    expect([text, text.trim()]).toContain(kept[field] ?? text)
    const again = await app.get(`${request.url}/${kept.id}`).response()
    expect(again.statusCode === 200 ? again.json() : kept).toEqual(kept)
  }
})

test('no naughty text in a path or a query is more than a wrong word', limit, async () => {
  await using described = await openDescribed()
  const { api, answerTo } = described
  const cases = api.operations.flatMap((operation) =>
    (operation.operation.parameters ?? [])
      .filter((parameter) => parameter.in !== 'header')
      .flatMap(({ name }) => naughtyStrings.map((text) => ({ operation, name, text }))),
  )
  for (const { operation, name, text } of spread(cases)) {
    const reply = await answerTo(
      operation,
      api.request(operation, 'as described', { [name]: text }),
    )
    expect([text, reply.statusCode < 500]).toEqual([text, true])
  }
})

test('no naughty text in a header breaks an answer or a line of the log', limit, async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  await using described = await openDescribed({ log })
  const { api, app } = described
  const reads = api.operations.filter(({ method }) => method === 'GET')
  const cases = reads.flatMap((operation) => naughtyStrings.map((text) => ({ operation, text })))
  for (const { operation, text } of spread(cases)) {
    const headers = Object.fromEntries(headerNames.map((name) => [name, text]))
    const request = { ...api.request(operation, 'as described'), headers }
    const reply = await app.request(request).response()
    expect([text, reply.statusCode < 500]).toEqual([text, true])
    expect(Object.values(reply.headers).join()).not.toMatch(/[\r\n\0]|X-Injected/)
  }
  expect(lines.length).toBeGreaterThanOrEqual(spread(cases).length)
  for (const line of lines) expect(JSON.parse(line.trimEnd()).msg).not.toBe('forged')
  expect(lines.filter((line) => line.trimEnd().includes('\n'))).toEqual([])
})

const headerNames = [
  'accept',
  'accept-encoding',
  'authorization',
  'cookie',
  'forwarded',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'last-event-id',
  'origin',
  'range',
  'sec-fetch-site',
  'user-agent',
  'x-api-key',
  'x-csrf-token',
  'x-forwarded-for',
  'x-request-id',
]
