import { randomBytes } from 'node:crypto'

import { Client } from 'pg'
import { z } from 'zod'

import type { MadeApp } from './made-app.ts'

const Answer = z.object({ url: z.url() })

/** A new, empty database on the fast server, as the address a user would put into DATABASE_URL. */
export async function givenDatabase(app: MadeApp): Promise<string> {
  const { stdout } = await app.mustElif('db:url', '--test', '--json')
  const { url } = Answer.parse(JSON.parse(stdout))
  const name = `given_${randomBytes(6).toString('hex')}`
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
