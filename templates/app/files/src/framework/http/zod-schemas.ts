import { isDeepStrictEqual } from 'node:util'

import type { FastifyInstance, FastifySchema, FastifyTypeProvider } from 'fastify'
import { z } from 'zod'

import { badRequest, invalid, notFound } from './problem.ts'

export interface ZodTypes extends FastifyTypeProvider {
  validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
  serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown
}

type Compiled = { schema: z.ZodType; method: string; url: string; httpPart?: string }

/** Routes with zod schemas are read by zod. A plugin's plain JSON Schema stays with Fastify's own compilers. */
export function readWithZod(http: FastifyInstance, { checkReplies }: { checkReplies: boolean }) {
  http.addHook('onRoute', (route) => {
    if (!route.schema || !isZod(route.schema)) return
    const readers = {
      validatorCompiler: reader,
      serializerCompiler: checkReplies ? checked : plain,
    }
    Object.assign(route, readers)
  })
}

function isZod({ body, params, querystring, headers, response }: FastifySchema) {
  const schemas = [body, params, querystring, headers, ...Object.values(response ?? {})]
  return schemas.some((schema) => schema instanceof z.ZodType)
}

/** Compiled when first asked for: an app has many routes, and starts sooner without. */
function reader({ schema, httpPart = 'body' }: Compiled) {
  let compiled: z.ZodType | undefined
  return (value: unknown) => {
    compiled ??= z.compile(schema)
    const read = safeParse(compiled, value)
    if (!read) return { error: badRequest(`The ${httpPart} of the request is nested too deeply.`) }
    if (read.success) return { value: read.data }
    if (httpPart === 'params') return { error: notFound('There is nothing at this path.') }
    const inWords = (words: z.core.$ZodErrorMap) => schema.safeParse(value, { error: words }).error
    return { error: invalidInput(httpPart, read.error, inWords) }
  }
}

/** Undefined where a value is nested so deeply that a recursive schema runs out of stack. */
function safeParse(schema: z.ZodType, value: unknown) {
  try {
    return schema.safeParse(value)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

type InWords = (words: z.core.$ZodErrorMap) => z.ZodError | undefined

function invalidInput(httpPart: string, error: z.ZodError, inWords: InWords) {
  const part = httpPart === 'querystring' ? 'query' : httpPart
  const are = part === 'headers' ? 'are' : 'is'
  return invalid(`The ${part} of the request ${are} not valid.`, {
    hint: 'The list of errors names each field and what is wrong with it.',
    errors: fieldErrors(part, error),
    inWords: (words) => fieldErrors(part, inWords(words) ?? error),
  })
}

function fieldErrors(part: string, { issues }: z.ZodError) {
  return issues.flatMap((issue) => {
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path]
    return paths.map((path) => ({ in: part, field: path.join('.'), detail: issue.message }))
  })
}

const plain = () => (reply: unknown) => JSON.stringify(reply)

/** Replies are written by mappers; development and tests also hold each one against its schema. */
const checked =
  ({ schema, method, url }: Compiled) =>
  (reply: unknown) => {
    const text = JSON.stringify(reply)
    const sent: unknown = JSON.parse(text)
    const read = schema.safeParse(sent)
    if (!read.success) throw new Error(brokenReply(method, url, z.prettifyError(read.error)))
    if (!isDeepStrictEqual(read.data, sent)) {
      throw new Error(brokenReply(method, url, 'it holds something that its schema does not'))
    }
    return text
  }

const brokenReply = (method: string, url: string, because: string) =>
  `The reply of ${method} ${url} breaks its own schema: ${because}`
