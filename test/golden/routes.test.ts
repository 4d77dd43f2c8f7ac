import { describe, expect, test } from 'vitest'

import { planAddRoute } from '../../src/actions/add-route.ts'
import { planMakeController } from '../../src/actions/make-controller.ts'
import { planMakeModule } from '../../src/actions/make-module.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { appInMemory, at } from './app-in-memory.ts'
import { expectGolden } from './golden-tree.ts'

type App = Awaited<ReturnType<typeof appInMemory>>

const add = async (app: App, method: string, path: string, more = {}) =>
  app.land(await planAddRoute({ files: app.files(), method, path, ...more }))

const productsIn = async (app: App) =>
  app.land(
    await planMakeResource({ files: app.files(), name: 'Product', fields: ['name:string'], at }),
  )

/** What a route becomes, by the name of its golden tree. */
const trees: Record<string, (app: App) => Promise<Record<string, string>>> = {
  'route-add': async (app) => {
    app.land(await planMakeModule({ files: app.files(), name: 'reports' }))
    return add(app, 'GET', '/reports/:id', { name: 'report' })
  },
  'route-add-to-controller': async (app) => {
    app.land(await planMakeController({ files: app.files(), name: 'Status' }))
    await add(app, 'GET', '/status/:day')
    return add(app, 'DELETE', '/status/:day')
  },
  'route-add-to-resource': async (app) => {
    await productsIn(app)
    return add(app, 'POST', '/products/:id/parts/:part', { name: 'restock' })
  },
  'route-add-elsewhere': async (app) => {
    await productsIn(app)
    return add(app, 'PUT', '/prices', { module: 'products' })
  },
}

describe('what route:add makes of an app', () => {
  test.each(Object.entries(trees))('%s', async (name, make) => {
    const tree = await make(await appInMemory())
    expectGolden(name, tree)
    expect(Object.keys(tree)).toContainEqual(expect.stringMatching(/-controller\.ts$/))
  })
})

test('a route that writes is said to be open, as it is', async () => {
  const app = await appInMemory()
  const plan = await planAddRoute({ files: app.files(), method: 'POST', path: '/orders' })
  expect(plan.remarks).toEqual([
    'POST /orders is open: anybody may send it until its policy says who may. Production refuses to start with an open write.',
  ])
  const controller = app.land(plan)['src/modules/orders/orders-controller.ts']
  expect(controller).toContain("policy: 'open'")
  const again = await planAddRoute({ files: app.files(), method: 'POST', path: '/orders' })
  const read = await planAddRoute({ files: app.files(), method: 'GET', path: '/orders' })
  expect([again.remarks, read.remarks]).toEqual([[], []])
})

test('the same route a second time changes nothing', async () => {
  const app = await appInMemory()
  await add(app, 'GET', '/reports/:id')
  expect(await add(app, 'GET', '/reports/:id')).toEqual({})
  expect(await add(app, 'GET', '/reports/:id', { name: 'report' })).toEqual({})
})

test('a route is found however its owner has laid it out', async () => {
  const app = await appInMemory()
  await add(app, 'GET', '/reports/:id')
  const path = 'src/modules/reports/reports-controller.ts'
  app.write(path, (app.read(path) ?? '').replace(/http\.get\(\s*'\/:id'/, 'http\n    .get("/:id"'))
  expect(await add(app, 'GET', '/reports/:id')).toEqual({})
})

test('without markers a route goes behind the last one', async () => {
  const app = await appInMemory()
  await add(app, 'GET', '/reports/:id')
  const path = 'src/modules/reports/reports-controller.ts'
  app.write(path, (app.read(path) ?? '').replace(/\n *\/\/ #(?:end)?region custom:.*/g, ''))
  const { [path]: text = '' } = await add(app, 'POST', '/reports')
  expect(text.indexOf('http.post(')).toBeGreaterThan(text.indexOf('http.get('))
})

test('a controller without routes is left to its owner, with the lines to paste', async () => {
  const app = await appInMemory()
  await add(app, 'GET', '/reports/:id')
  const path = 'src/modules/reports/reports-controller.ts'
  app.write(path, 'export const reportsController = () => async () => {}\n')
  const plan = await planAddRoute({ files: app.files(), method: 'GET', path: '/reports/all' })
  expect(plan.changeSet.notices).toMatchObject([
    { path, because: 'There is no controller with routes of `http` in it.' },
  ])
})

test.each([
  '',
  'reports',
  '/',
  '//',
  '/:id',
  '/reports/',
  "/reports/'",
  '/reports/*',
  '/reports?a=1',
])('the path %j is refused', async (path) => {
  const app = await appInMemory()
  await expect(add(app, 'GET', path)).rejects.toMatchObject({ code: 'route-path-invalid' })
})

test('a name that would break the code is refused', async () => {
  const app = await appInMemory()
  const named = add(app, 'GET', '/reports', { name: "a'b" })
  await expect(named).rejects.toMatchObject({ code: 'route-name-invalid' })
})
