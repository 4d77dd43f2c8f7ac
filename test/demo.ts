import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { askShop } from './demo/ask-shop.ts'
import { makeShop } from './demo/make-shop.ts'
import { runShop } from './demo/run-shop.ts'
import { say } from './demo/say.ts'

/**
 * `npm run demo`: makes an app in `.demo/shop` the way a user would, starts it and asks it over HTTP.
 * With `--check` it stops there; without, the app runs until Ctrl-C.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
  const began = Date.now()
  const shop = await makeShop(join(import.meta.dirname, '..'))
  const running = await runShop(shop)
  try {
    await askShop(running.url)
    say.done(Math.round((Date.now() - began) / 1000))
    if (values.check) return
    say.whatNext(shop, running.url)
    await running.ended
  } finally {
    await running.stop()
  }
}

await main()
