import { readFileSync } from 'node:fs'

import type { z } from 'zod'

import { isSecret } from './secret.ts'
import type { Source } from './sources.ts'

/**
 * A secret may lie in a file of its own, as containers are given theirs: `APP_SECRET_FILE` names it. It
 * counts right after the place that names it, whose own APP_SECRET goes before.
 */
export const withSecretFiles = ({ shape }: z.ZodObject, sources: Source[]): Source[] =>
  sources.flatMap((source) => {
    if (source.kind === 'config file') return [source]
    const files = Object.keys(shape)
      .filter((name) => isSecret(shape[name]) && !Object.hasOwn(shape, `${name}_FILE`))
      .flatMap((name) => {
        const path = source.settings[`${name}_FILE`]?.value
        return path ? [readSecret(name, path)] : []
      })
    return [source, ...files]
  })

function readSecret(name: string, path: string): Source {
  try {
    const value = readFileSync(path, 'utf8').trimEnd()
    return { name: path, kind: 'env file', settings: { [name]: { value } } }
  } catch {
    const fault = `cannot be read, and ${name}_FILE names it`
    return { name: path, kind: 'env file', settings: {}, fault }
  }
}
