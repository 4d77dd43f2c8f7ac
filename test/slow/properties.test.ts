import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { fieldSets } from '../made-app/fields.ts'
import { givenDatabase } from '../made-app/given-database.ts'
import { makeApp } from '../made-app/made-app.ts'
import { type Asked, Document, type Operation, requestsOf } from '../made-app/requests-of.ts'
import { startApp } from '../made-app/running-app.ts'
import { createValuesOf } from '../made-app/values-of.ts'
import { isFull } from '../tiers/full.ts'

const settings = { seed: 20_261_128, numRuns: isFull ? 500 : 60, interruptAfterTimeLimit: 60_000 }

test('whatever is asked of an app with every field type, it answers as its document says', async () => {
  const made = await makeApp()
  const DATABASE_URL = await givenDatabase(made)
  const app = made.with({ DATABASE_URL, RATE_LIMIT: '0', RATE_LIMIT_WRITES: '0' })
  for (const [name, samples] of Object.entries(fieldSets)) {
    await app.mustElif('make:resource', name, ...samples.map(({ field }) => field), '--yes')
  }
  await app.mustElif('migrate')
  await using running = await startApp(app)
  const document = Document.parse((await running.ask('/openapi.json')).body)
  const valuesOf = createValuesOf(document.components.schemas)
  const taken = new Set<string>()

  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const faultIn = createJudge(operation, document)
      for (const manner of ['valid', 'broken'] as const) {
        const property = fc.asyncProperty(
          requestsOf(operation, valuesOf, manner),
          async (asked) => {
            const answer = await fetch(
              running.url + urlOf(path, operation, asked),
              initOf(method, operation, asked),
            )
            if (manner === 'valid' && answer.ok) taken.add(`${method} ${path}`)
            expect(await faultIn(answer)).toBeUndefined()
          },
        )
        await fc.assert(property, settings)
      }
    }
  }
  const creating = Object.keys(fieldSets).map((name) => expect.stringMatching(`post /${name}`))
  expect([...taken]).toEqual(expect.arrayContaining(creating))
  expect(running.log()).not.toContain('"level":50')
})

/** What the document does not foresee of an answer; undefined when it is as it says. */
function createJudge({ responses }: Operation, { components }: Document) {
  const judges = new Map<string, z.ZodType>()
  const judgeOf = (schema: object) => {
    const text = JSON.stringify({ ...schema, $defs: components.schemas })
    const judge =
      judges.get(text) ??
      z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')))
    judges.set(text, judge)
    return judge
  }

  return async (answer: Response) => {
    const body = await answer.text()
    if (answer.status >= 500) return `${answer.status}: ${body}`
    const reply =
      responses[answer.status] ??
      responses[`${Math.floor(answer.status / 100)}XX`] ??
      responses['default']
    if (!reply) return `no reply has the status ${answer.status}`
    if (!reply.content) return undefined
    const type = answer.headers.get('content-type')?.split(';', 1)[0] ?? ''
    const content = reply.content[type]
    if (!content) return `a ${answer.status} is not said to be ${type}`
    const read = judgeOf(content.schema).safeParse(JSON.parse(body))
    return read.success ? undefined : `${z.prettifyError(read.error)} in ${body}`
  }
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())

function urlOf(path: string, { parameters }: Operation, asked: Asked) {
  const inPlace = (place: string) =>
    parameters.filter((each) => each.in === place && asked.parameters[each.name] !== undefined)
  const query = inPlace('query').map(
    ({ name }) => `${encoded(name)}=${encoded(asked.parameters[name] ?? '')}`,
  )
  // Nothing, or dots, would be another path.
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = asked.parameters[name] ?? ''
    return /^\.{0,2}$/.test(value) ? 'none' : encoded(value)
  })
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`
}

function initOf(
  method: string,
  { parameters }: Operation,
  { parameters: values, body }: Asked,
): RequestInit {
  const sent = parameters.filter((each) => each.in === 'header' && values[each.name] !== undefined)
  const headers = sent.map(({ name }) => [name, encoded(values[name] ?? '')] as const)
  return {
    method: method.toUpperCase(),
    headers: { ...Object.fromEntries(headers), ...(body && { 'content-type': body.type }) },
    ...(body && { body: body.sent }),
  }
}
