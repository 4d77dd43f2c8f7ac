import { expect, test } from 'vitest'

import { readModules } from '../../src/map/modules.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'

const path = 'src/modules/kites/kites-module.ts'
const withRoutes = 'export const createKitesModule = () => ({ routes: async () => {} })\n'
const withoutRoutes = 'export const createKitesModule = () => ({ kites: 1 })\n'
const importIt = "import { createKitesModule } from './modules/kites/kites-module.ts'\n"

const apps: [says: string, body: string, module: string, state: string][] = [
  [
    'registered by name',
    'const kites = createKitesModule(platform)\nhttp.register(kites.routes)',
    withRoutes,
    'mounted',
  ],
  [
    'registered at once',
    'http.register(createKitesModule(platform).routes)',
    withRoutes,
    'mounted',
  ],
  [
    'taken apart',
    'const { routes } = createKitesModule(platform)\nhttp.register(routes)',
    withRoutes,
    'mounted',
  ],
  [
    'renamed while taken apart',
    'const { routes: kiteRoutes } = createKitesModule(platform)\nhttp.register(kiteRoutes)',
    withRoutes,
    'mounted',
  ],
  [
    'under a prefix',
    "const kites = createKitesModule(platform)\nhttp.register(async (v1) => v1.register(kites.routes), { prefix: '/v1' })",
    withRoutes,
    'mounted',
  ],
  [
    'built without routes to register',
    'const kites = createKitesModule(platform)',
    withoutRoutes,
    'mounted',
  ],
  [
    'built and forgotten',
    'const kites = createKitesModule(platform)',
    withRoutes,
    'not-registered',
  ],
  [
    'only in a comment',
    '// http.register(createKitesModule(platform).routes)',
    withRoutes,
    'not-imported',
  ],
]

test.each(apps)('a module %s', (_, body, module, state) => {
  const app = `${importIt}export function createApp(config, platform) {\n${body}\nreturn { http }\n}\n`
  expect(readModules(memoryFiles({ 'src/app.ts': app, [path]: module }))).toEqual([{ path, state }])
})

test('understands the short name of a path', () => {
  const app = `import { createKitesModule as make } from '#app/modules/kites/kites-module.ts'
export const createApp = (config, platform) => {
  const kites = make(platform)
  http.register(kites.routes)
}
`
  const files = memoryFiles({ 'src/app.ts': app, [path]: withRoutes })
  expect(readModules(files)).toEqual([{ path, state: 'mounted' }])
})

test('says nothing where src/app.ts does not parse', () => {
  const files = memoryFiles({ 'src/app.ts': 'export function (', [path]: withRoutes })
  expect(readModules(files)).toEqual([])
})
