import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { askShop } from './demo/ask-shop.ts'
import { emptyDatabase } from './demo/empty-database.ts'
import { closeServers, serversRun } from './demo/servers.ts'
import { makeShop } from './demo/make-shop.ts'
import { runShop } from './demo/run-shop.ts'
import { elifInShop } from './demo/shop-program.ts'
import { say } from './demo/say.ts'

/**
 * `npm run demo`: makes an app in `.demo/shop` the way a user would, starts it and asks it over HTTP.
 * With `--check` it stops there; without, the app runs until Ctrl-C.
 */
async function main(check: boolean): Promise<void> {
  const began = Date.now()
  const shop = await makeShop(join(import.meta.dirname, '..'))
  const ranBefore = await serversRun(shop)
  try {
    await emptyDatabase(shop)
    await elifInShop(shop, ['make:resource', 'Product', ...fields])
    await elifInShop(shop, ['migrate'])
    await askAndRun(shop, check, began)
  } finally {
    if (check && !ranBefore) await closeServers(shop)
  }
}

/** The app answers as long as this runs: for the questions of a check, else until Ctrl-C. */
async function askAndRun(shop: string, check: boolean, began: number): Promise<void> {
  const running = await runShop(shop)
  try {
    await askShop(running.url)
    say.done(Math.round((Date.now() - began) / 1000))
    if (!check) say.whatNext(shop, running.url, 'DATABASE_URL' in process.env)
    if (!check) await running.ended
  } finally {
    await running.stop()
  }
  if (check) say.howToStart(shop)
}

const fields = ['name:string', 'price:decimal(10,2)', 'description:text?', 'available:boolean']
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

try {
  await main(values.check)
} catch (error) {
  console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
