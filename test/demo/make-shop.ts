import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

import { execa } from 'execa'

import { quoted, say } from './say.ts'

const fields = ['name:string', 'price:decimal(10,2)', 'description:text?', 'available:boolean']

/** Makes the app anew, with its resource and its tables; answers its folder. */
export async function makeShop(root: string): Promise<string> {
  const [parent, shop] = [join(root, '.demo'), join(root, '.demo/shop')]
  mkdirSync(parent, { recursive: true })
  removeOlder(shop)
  const elif = relative(parent, join(root, 'bin/dev.ts'))
  await run(parent, 'node', [elif, 'new', 'shop', '--no-git', '--yes'])
  await run(shop, './elif', ['make:resource', 'Product', ...fields])
  await run(shop, './elif', ['migrate'])
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

async function run(cwd: string, program: string, words: string[]): Promise<void> {
  say.command([program, ...words].map(quoted).join(' '))
  // On Windows a file without an extension cannot be started by its name.
  const [command, first] =
    program === './elif' ? [process.execPath, ['elif']] : [process.execPath, []]
  await execa(command, [...first, ...words], {
    cwd,
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
  })
}
