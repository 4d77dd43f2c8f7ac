import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { shownProgram } from './shop-program.ts'

/** Makes the app anew in `.demo/shop`; answers its folder. */
export async function makeShop(root: string): Promise<string> {
  const [parent, shop] = [join(root, '.demo'), join(root, '.demo/shop')]
  mkdirSync(parent, { recursive: true })
  removeOlder(shop)
  const program = { typed: 'node ../bin/bootstrap.js', runs: '../bin/bootstrap.js' }
  await shownProgram(parent, program, ['../bin/dev.ts', 'new', 'shop', '--no-git', '--yes'])
  return shop
}

/** Only what an earlier demo left: a folder with the file that every made app has. */
function removeOlder(shop: string): void {
  if (!existsSync(shop)) return
  if (!existsSync(join(shop, 'elif.json'))) {
    throw new Error(`${shop} is no app made by elif. Move it away and start the demo again.`)
  }
  rmSync(shop, { recursive: true })
}
