import { beforeAll, expect, test } from 'vitest'

import { readMap } from '../../src/map/app-map.ts'
import { graphOf, graphText } from '../../src/map/graph.ts'
import { openReaders } from '../../src/source/readers.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'

beforeAll(openReaders)

const files = memoryFiles({
  'src/app.ts': `import { createKitesModule } from './modules/kites/kites-module.ts'
import { healthRoutes } from '#app/framework/health/health-routes.ts'

export function createApp(config, platform) {
  const kites = createKitesModule(platform)
  const http = createHttp(config.http)
  http.register(healthRoutes(platform))
  http.register(kites.routes, { prefix: '/v1' })
  return { http }
}
`,
  'src/framework/health/health-routes.ts': `export const healthRoutes = () => async (http: Http) => {
  // http.get('/only/a/comment', () => {})
  http.get('/health/live', async () => ({}))
}
`,
  'src/modules/kites/kites-module.ts': `import { Bird } from '../birds/bird.ts'
import { kiteController } from './kite-controller.ts'

export function createKitesModule({ database, clock }: Pick<Platform, 'database' | 'clock'>) {
  const routes = async (http: Http) => {
    http.register(kiteController(database), { prefix: '/kites' })
  }
  return { routes }
}
`,
  'src/modules/kites/kite-controller.ts': `export const kiteController = () => async (http: Http) => {
  http.get('/', { config: { policy: policy.list } }, async () => [])
  http.post(
    '/',
    { config: { policy: 'public' } },
    async () => ({}),
  )
  http.get('/:id', async () => ({}))
}
`,
  'src/modules/kites/kites.test.ts': `http.get('/not/of/the/app', () => {})\n`,
  'src/modules/birds/birds-module.ts': `export const createBirdsModule = (platform: Platform) => ({
  routes: async (http: Http) => http.get('/birds', async () => []),
})
`,
  'src/modules/birds/bird.ts': 'export const Bird = 1\n',
})

const controller = 'src/modules/kites/kite-controller.ts'
const list = {
  method: 'GET',
  url: '/v1/kites',
  policy: 'list',
  place: { file: controller, line: 2 },
}
const create = {
  method: 'POST',
  url: '/v1/kites',
  policy: 'public',
  place: { file: controller, line: 3 },
}
const find = { method: 'GET', url: '/v1/kites/:id', place: { file: controller, line: 8 } }
const live = {
  method: 'GET',
  url: '/health/live',
  place: { file: 'src/framework/health/health-routes.ts', line: 3 },
}

test('the map of an app is in its code', () => {
  expect(readMap(files)).toEqual({
    modules: [
      {
        name: 'birds',
        path: 'src/modules/birds/birds-module.ts',
        state: 'not-imported',
        takes: ['everything'],
        uses: [],
        routes: [],
      },
      {
        name: 'kites',
        path: 'src/modules/kites/kites-module.ts',
        state: 'mounted',
        takes: ['clock', 'database'],
        uses: ['birds'],
        routes: [list, create, find],
      },
    ],
    routes: [live, list, create, find],
  })
})

test('an app without modules has a map all the same', () => {
  expect(readMap(memoryFiles({}))).toEqual({ modules: [], routes: [] })
})

test('a graph is drawn for people, Mermaid and Graphviz', () => {
  const graph = graphOf(readMap(files))
  expect(graphText(graph, 'text')).toBe(`birds
  takes platform.everything
kites
  uses birds
  takes platform.clock
  takes platform.database`)
  expect(graphText(graph, 'mermaid')).toBe(`graph LR
  n1["birds"]
  n2["kites"]
  n3(["platform.clock"])
  n4(["platform.database"])
  n5(["platform.everything"])
  n1 -.-> n5
  n2 --> n1
  n2 -.-> n3
  n2 -.-> n4`)
  expect(graphText(graph, 'dot')).toBe(`digraph app {
  rankdir=LR
  "birds" [shape=box]
  "kites" [shape=box]
  "platform.clock" [shape=ellipse]
  "platform.database" [shape=ellipse]
  "platform.everything" [shape=ellipse]
  "birds" -> "platform.everything" [style=dashed]
  "kites" -> "birds"
  "kites" -> "platform.clock" [style=dashed]
  "kites" -> "platform.database" [style=dashed]
}`)
  expect(JSON.parse(graphText(graph, 'json'))).toEqual(graph)
})
