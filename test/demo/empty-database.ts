import { Client } from 'pg'
import { z } from 'zod'

import { answerInShop } from './shop-program.ts'

const Address = z.object({ url: z.string(), server: z.literal('durable') })

/** An older demo in the same folder had the same database, with tables this one will make. */
export async function emptyDatabase(shop: string): Promise<void> {
  const { url } = Address.parse(await answerInShop(shop, ['db:url']))
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('drop schema public cascade; create schema public')
  } finally {
    await client.end()
  }
}
