import { basename, resolve } from 'node:path'

import fastifyStatic from '@fastify/static'

import type { Http } from '../http/server.ts'

export type StaticSettings = {
  directory: string
  /** The path under which the files answer, with a slash at both ends. */
  prefix: string
  /** For how many seconds a client may use a file without asking again. */
  maxAge: number
}

const YEAR = 31_536_000

/**
 * Serves the files of one folder, whole or by ranges, and tells clients that have one already so.
 * What lies outside of it, a hidden file and the folder itself are not there for anybody.
 */
export const staticFiles =
  ({ directory, prefix, maxAge }: StaticSettings) =>
  async (http: Http) => {
    await http.register(fastifyStatic, {
      root: resolve(directory),
      prefix,
      dotfiles: 'ignore',
      index: false,
      cacheControl: false,
      decorateReply: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', cachingOf(path, maxAge))
      },
    })
  }

/** `app-3f9ac2d1.js`: a name that changes with the contents never has to be asked for again. */
const cachingOf = (path: string, maxAge: number) =>
  /[.-][0-9a-f]{8,}\.\w+$/i.test(basename(path))
    ? `public, max-age=${YEAR}, immutable`
    : `public, max-age=${maxAge}`
