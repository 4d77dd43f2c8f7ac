import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { format } from 'prettier'

import { benchApp } from './bench-app.ts'
import { benchCommands } from './bench-commands.ts'
import { benchDemo } from './bench-demo.ts'
import { benchSizes } from './bench-sizes.ts'
import { withSectionsOf } from './page-sections.ts'
import { installNest } from './peers.ts'
import { createPlace, elifHere, root } from './place.ts'
import { resultsPage } from './results-page.ts'
import { timedNode } from './timed-program.ts'

/** `npm run bench`: measures on this machine, now, and writes RESULTS.md. Best on an idle machine. */
async function main(): Promise<void> {
  timedNode([join(root, 'bin/build.ts')], { cwd: root })
  const nest = installNest()
  const place = createPlace()
  try {
    console.log('Commands, five rounds ...')
    const commands = await benchCommands(place, nest)
    console.log('Apps of two sizes, five rounds ...')
    const sizes = await benchSizes(place)
    console.log('The made app, five rounds ...')
    const app = await benchApp(place)
    console.log('The demo in a fresh clone ...')
    const results = resultsPage({ commands, sizes, app, demoSeconds: benchDemo(place) })
    const path = join(root, 'test/bench/RESULTS.md')
    const earlier = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const page = await format(withSectionsOf(results, earlier), { parser: 'markdown' })
    writeFileSync(path, page)
    console.log(page)
  } finally {
    timedNode([elifHere, 'db:server:stop'], place)
    rmSync(dirname(place.cwd), { recursive: true, force: true })
  }
}

await main()
