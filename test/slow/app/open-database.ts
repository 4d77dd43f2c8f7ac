import { randomBytes } from 'node:crypto'

import { Client } from 'pg'
import { afterAll } from 'vitest'

import { openMachine } from '../database/open-machine.ts'

/** Makes empty databases on the server of DATABASE_URL, else on one that ends with the test file. */
export function databases() {
  const machine = openMachine()
  afterAll(() => machine[Symbol.asyncDispose]())

  /** A new, empty database: its URL, and a way to ask it. */
  return async () => {
    const server = process.env['DATABASE_URL'] ?? (await machine.url('fast'))
    const name = `app_${randomBytes(6).toString('hex')}`
    const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
    await rowsOf(server, `create database ${name}`)
    return { url, ask: (question: string) => rowsOf(url, question) }
  }
}

/** The rows that a statement answers, each as an array of its values. */
async function rowsOf(url: string, question: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: question, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}
