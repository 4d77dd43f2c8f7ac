import { z } from 'zod'

import { answerInShop } from './shop-program.ts'

const Servers = z.array(z.object({ state: z.string() }))

/** Whether a database server of elif ran already, for another app of this user. */
export async function serversRun(shop: string): Promise<boolean> {
  const servers = Servers.parse(await answerInShop(shop, ['db:server:status']))
  return servers.some(({ state }) => state !== 'stopped')
}

/** Ends what the demo has started, so that a check leaves no process behind. */
export async function closeServers(shop: string): Promise<void> {
  await answerInShop(shop, ['db:server:stop'])
}
