import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The server on which tests make their databases: DATABASE_URL, or one that elif starts. */
export function findDatabaseServer(): string {
  if (existsSync('.env')) process.loadEnvFile('.env')
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
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
