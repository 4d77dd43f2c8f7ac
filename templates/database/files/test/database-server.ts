import { execFileSync } from 'node:child_process'

import { z } from 'zod'

import { secret } from '#app/framework/config/secret.ts'
import { withSecretFiles } from '#app/framework/config/secret-files.ts'
import { findSources } from '#app/framework/config/sources.ts'

const Server = z.object({ DATABASE_URL: secret(z.string()) })

/** The server on which tests make their databases: DATABASE_URL, or one that elif starts. */
export function findDatabaseServer(): string {
  const sources = withSecretFiles(Server, findSources({ NODE_ENV: 'test', ...process.env }))
  const given = sources.map(({ settings }) => settings['DATABASE_URL']?.value).find(Boolean)
  if (given) return given
  try {
    const answer: { url: string } = JSON.parse(
      execFileSync(process.execPath, ['elif', 'db:url', '--test', '--json'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    return answer.url
  } catch (error) {
    throw new Error(
      'The tests need a PostgreSQL server. Set DATABASE_URL, or let "node elif db:url --test" start one.',
      { cause: error },
    )
  }
}
