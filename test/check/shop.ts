import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Facts } from '../../src/check/facts.ts'
import { diskFiles } from '../../src/files/files.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'

const app = join(import.meta.dirname, '../../fixtures/golden/new')
const carried = diskFiles(app)

const controller = `import type { Http } from '#app/framework/http/server.ts'
import { kitePolicy as policy } from './kite-policy.ts'

export const kiteController = () => async (http: Http) => {
  http.get('/', { config: { policy: policy.list } }, async () => [])

  http.post('/', { config: { policy: policy.create } }, async () => ({}))
}
`

const policy = `import type { Policy } from '#app/framework/http/policy.ts'

export const kitePolicy = {
  list: 'public',
  create: 'public',
} satisfies Policy
`

const module = `import type { Http } from '#app/framework/http/server.ts'
import type { Platform } from '#app/platform.ts'
import { kiteController } from './kite-controller.ts'

export function createKitesModule({ database }: Pick<Platform, 'database'>) {
  const routes = async (http: Http) => {
    // #region elif:routes
    http.register(kiteController(), { prefix: '/kites' })
    // #endregion elif:routes
  }

  return { routes }
}
`

/** The files of a healthy app: what elif carries, and one module. */
export function shopFiles(): Record<string, string> {
  const files = Object.fromEntries(
    carried.list().map((path) => [path, readFileSync(join(app, path), 'utf8')]),
  )
  return {
    ...files,
    'src/modules/kites/kite-controller.ts': controller,
    'src/modules/kites/kite-policy.ts': policy,
    'src/modules/kites/kites-module.ts': module,
    'src/app.ts': (files['src/app.ts'] ?? '')
      .replace(
        'import type { Platform',
        "import { createKitesModule } from './modules/kites/kites-module.ts'\nimport type { Platform",
      )
      .replace(
        /( +)\/\/ #endregion elif:modules/,
        '$1const kites = createKitesModule(platform)\n$&',
      )
      .replace(/( +)\/\/ #endregion elif:routes/, '$1http.register(kites.routes)\n$&'),
  }
}

/** Everything a rule may ask, as it is where nothing is wrong. */
export function healthyFacts(files: Record<string, string>): Facts {
  const { dependencies, devDependencies } = JSON.parse(files['package.json'] ?? '{}')
  const versions: Record<string, string> = { ...devDependencies, ...dependencies }
  return {
    files: memoryFiles(files),
    node: '24.21.0',
    installed: (name) => versions[name],
    slowBecause: undefined,
    config: { kind: 'complete' },
    database: { kind: 'reachable' },
    migrations: {
      kind: 'known',
      all: [{ name: '20261120T101500-create-kites', state: 'applied' }],
    },
  }
}

/** The line of a text of the healthy app where something stands first, counted from 1. */
export function lineIn(path: string, wanted: string): number {
  const lines = (shopFiles()[path] ?? '').split('\n')
  return lines.findIndex((line) => line.includes(wanted)) + 1
}
