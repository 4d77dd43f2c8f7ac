import { stripVTControlCharacters } from 'node:util'

import { beforeAll, expect, test } from 'vitest'

import { readMap } from '../../src/map/app-map.ts'
import { graphOf, graphText } from '../../src/map/graph.ts'
import { AppMap, mapSchema } from '../../src/map/map-schema.ts'
import { openReaders } from '../../src/source/readers.ts'
import { mapText } from '../../src/terminal/map-text.ts'
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
  'src/modules/kites/kite-model.ts': `// the columns
export const kiteColumns = [
  'id',
  // 'hidden',
  'built_on as builtOn',
] as const
`,
  'src/modules/kites/kite-repository.ts': `const all = () => database.selectFrom('kites')\n`,
  'src/modules/kites/kites.test.ts': `http.get('/not/of/the/app', () => {})

test('a kite flies', async () => {})
test.each([1])('as often as %i', () => {})
it(
  "isn't torn",
)
// test('not this one')
`,
  'src/framework/health/health.test.ts': "test('of the framework', () => {})\n",
  'test/app.test.ts': "test('answers', () => {})\n",
  'src/config.ts': `const Environment = z.object({
  /** Where. */
  PORT: z.coerce.number(),
  KITE_KEY: secret(
    z.string(),
  ),
})
`,
  'src/errors.ts': `export const problems = defineProblems({
  kiteTorn: { status: 409, detail: 'It is torn.' },
})
`,
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
  place: { file: controller, line: 2 },
}
const create = {
  method: 'POST',
  url: '/v1/kites',
  place: { file: controller, line: 3 },
}
const find = { method: 'GET', url: '/v1/kites/:id', place: { file: controller, line: 8 } }
const live = {
  method: 'GET',
  url: '/health/live',
  place: { file: 'src/framework/health/health-routes.ts', line: 3 },
}

const kitesTest = 'src/modules/kites/kites.test.ts'

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
    models: [
      {
        name: 'Kite',
        table: 'kites',
        columns: [
          { name: 'id', column: 'id' },
          { name: 'builtOn', column: 'built_on' },
        ],
        relations: [],
        place: { file: 'src/modules/kites/kite-model.ts', line: 2 },
      },
    ],
    jobs: [],
    events: [],
    settings: [
      { name: 'PORT', place: { file: 'src/config.ts', line: 3 } },
      { name: 'KITE_KEY', place: { file: 'src/config.ts', line: 4 } },
    ],
    problems: [{ name: 'kiteTorn', code: 'kite-torn', place: { file: 'src/errors.ts', line: 2 } }],
    tests: [
      { name: 'a kite flies', place: { file: kitesTest, line: 3 } },
      { name: "isn't torn", place: { file: kitesTest, line: 5 } },
      { name: 'answers', place: { file: 'test/app.test.ts', line: 1 } },
    ],
  })
})

test('a map holds what its schema says', () => {
  expect(AppMap.strict().parse(readMap(files))).toEqual(readMap(files))
  expect(Object.keys(mapSchema().properties ?? {})).toEqual(Object.keys(AppMap.shape))
})

test('people read the modules with what they take, read and answer, and how much else there is', () => {
  expect(stripVTControlCharacters(mapText(readMap(files))))
    .toBe(`birds  src/modules/birds/birds-module.ts  src/app.ts does not import it
  takes everything

kites  src/modules/kites/kites-module.ts
  takes clock, database
  uses birds
  reads Kite from kites: id, builtOn  src/modules/kites/kite-model.ts:2
  GET     /v1/kites      src/modules/kites/kite-controller.ts:2
  POST    /v1/kites      src/modules/kites/kite-controller.ts:3
  GET     /v1/kites/:id  src/modules/kites/kite-controller.ts:8

in no module
  GET     /health/live  src/framework/health/health-routes.ts:3

Also 2 settings, 1 error code and 3 tests: --json has each with its place.`)
})

test('an app without anything has a map all the same', () => {
  const empty = readMap(memoryFiles({}))
  expect(Object.values(empty)).toEqual(Object.values(empty).map(() => []))
  expect(mapText(empty)).toBe('There is nothing on the map yet.')
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
