import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

type Scalar = string | number | boolean | undefined

type Options<Schema> = {
  name: string
  schema: Schema
  /** Seconds; without it the cookie ends with the browser. */
  maxAge?: number
  path?: string
  sameSite?: 'strict' | 'lax' | 'none'
  /** False for a cookie that scripts of the page have to read. */
  httpOnly?: boolean
  /** False for a cookie that has to work without TLS elsewhere than on localhost. */
  secure?: boolean
}

/**
 * A cookie by its name and schema, made once: `const theme = createCookie({ name: 'theme', schema })`,
 * then `theme.read(request)` and `theme.set(reply, 'dark')`. Browsers send it over TLS only, not from
 * other sites' forms, and hide it from scripts, unless said otherwise.
 */
export function createCookie<Schema extends z.ZodType<unknown, Scalar>>(options: Options<Schema>) {
  const { name, schema } = options
  const attributes = attributesOf(options)

  const write = (reply: FastifyReply, value: string, more: string) =>
    reply.header('set-cookie', `${name}=${encodeURIComponent(value)}${more}${attributes}`)

  return {
    /** What a caller has changed into nonsense counts as not sent. */
    read(request: FastifyRequest): z.output<Schema> | undefined {
      const sent = schema.safeParse(cookieIn(request.headers.cookie, name))
      return sent.success ? sent.data : schema.safeParse(undefined).data
    },
    set: (reply: FastifyReply, value: z.input<Schema>) =>
      write(reply, `${value}`, options.maxAge === undefined ? '' : `; Max-Age=${options.maxAge}`),
    clear: (reply: FastifyReply) => write(reply, '', '; Max-Age=0'),
  }
}

function attributesOf({
  path = '/',
  sameSite = 'lax',
  httpOnly = true,
  secure = true,
}: Options<unknown>) {
  return `; Path=${path}; SameSite=${sameSite}${httpOnly ? '; HttpOnly' : ''}${secure ? '; Secure' : ''}`
}

/** The first cookie of a name in a header like `theme=dark; session=7`. */
function cookieIn(header: string | undefined, name: string) {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=')
    if (equals !== -1 && pair.slice(0, equals).trim() === name)
      return decoded(pair.slice(equals + 1).trim())
  }
  return undefined
}

function decoded(value: string) {
  const bare = value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
