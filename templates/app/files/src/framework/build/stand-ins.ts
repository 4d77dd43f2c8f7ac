import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Plugin } from 'rolldown'

type StandIn = { text: () => string | Promise<string> }

/**
 * What the sources find in folders, a build has in itself: `tables.build.ts` exports a function `text`
 * that makes the code which stands for `tables.ts` in a bundle.
 */
export function standIns(): Plugin {
  const ending = '.build.ts'
  const paths = globSync(`src/framework/**/*${ending}`).map((path) => resolve(path))
  const makers = new Map(paths.map((path) => [path.replace(ending, '.ts'), path]))

  return {
    name: 'stand-ins',
    async load(id) {
      const maker = makers.get(resolve(id))
      if (maker === undefined) return undefined
      const { text }: StandIn = await import(pathToFileURL(maker).href)
      return { code: await text(), moduleType: 'ts' }
    },
  }
}
