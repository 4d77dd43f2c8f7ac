import { realpath } from 'node:fs/promises'
import { basename, resolve, sep } from 'node:path'

import { send } from '@fastify/send'

import { appFolder } from '../config/app-folder.ts'
import { defineProblems } from '../errors/define-problems.ts'
import { pathOf } from '../http/path-of.ts'
import { notFound } from '../http/problem.ts'
import type { Http } from '../http/server.ts'

export type StaticSettings = {
  directory: string
  /** The path under which the files answer, with a slash at both ends. */
  prefix: string
  /** For how many seconds a client may use a file without asking again. */
  maxAge: number
}

/** Where a file has fewer than that, all of it is meant; `send` does not know it. */
const LAST_BYTES = /^bytes=-0*[1-9]\d*$/
const YEAR = 31_536_000

const problems = defineProblems({
  fileChanged: { status: 412, detail: 'The file is not the one that the request speaks of.' },
  rangeOutside: { status: 416, detail: 'The file does not have the range that is asked for.' },
})

/**
 * Serves the files of one folder, whole or by ranges, and tells clients that have one already so.
 * What lies outside of it, by a link too, a hidden file and a folder are not there for anybody.
 */
export const staticFiles = ({ directory, prefix, maxAge }: StaticSettings) => {
  const root = resolve(appFolder, directory)
  const options = { root, dotfiles: 'ignore', index: false, cacheControl: false } as const

  return async (http: Http) => {
    http.get(`${prefix}*`, { config: { produces: [] } }, async (request, reply) => {
      const path = pathOf(request.url)
      const find = (more = {}) =>
        send(request.raw, `/${path.slice(prefix.length)}`, { ...options, ...more })
      const found = await find()
      const isAll = found.statusCode === 416 && LAST_BYTES.test(request.headers.range ?? '')
      const file = isAll ? await find({ acceptRanges: false }) : found
      if (file.type !== 'file') throw refusal(path, file)
      if (!(await isWithin(root, file.metadata.path))) {
        file.stream.destroy()
        throw notFound(`There is nothing at ${path}.`)
      }
      return reply
        .code(file.statusCode)
        .headers({ ...file.headers, 'cache-control': cachingOf(file.metadata.path, maxAge) })
        .send(file.stream)
    })
  }
}

/** Links are followed as far as the folder goes. */
async function isWithin(root: string, path: string) {
  const [folder, file] = await Promise.all([realpath(root), realpath(path)])
  return file.startsWith(folder + sep)
}

type Refused = { statusCode: number; headers: Record<string, string> }

function refusal(path: string, { statusCode, headers }: Refused) {
  const range = headers['Content-Range'] ?? headers['content-range']
  if (statusCode === 412) return problems.fileChanged()
  if (statusCode !== 416) return notFound(`There is nothing at ${path}.`)
  return problems.rangeOutside(range === undefined ? {} : { headers: { 'content-range': range } })
}

/** `app-3f9ac2d1.js`: a name that changes with the contents never has to be asked for again. */
const cachingOf = (path: string, maxAge: number) =>
  /[.-][0-9a-f]{8,}\.\w+$/i.test(basename(path))
    ? `public, max-age=${YEAR}, immutable`
    : `public, max-age=${maxAge}`
