import { describe, expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { settledExisting } from '../../src/cli/settled-existing.ts'
import type { OnExisting } from '../../src/recipe/existing.ts'
import { appInMemory, at } from '../golden/app-in-memory.ts'

const controller = 'src/modules/status/status-controller.ts'
const model = 'src/modules/products/product-model.ts'

const planners = {
  'make:controller': {
    path: controller,
    plan: (files: Files, onExisting?: OnExisting) =>
      planMakeController({ files, name: 'Status', ...(onExisting && { onExisting }) }),
  },
  'make:resource': {
    path: model,
    plan: (files: Files, onExisting?: OnExisting) => {
      const wanted = { files, name: 'Product', fields: ['name:string'], at }
      return planMakeResource({ ...wanted, ...(onExisting && { onExisting }) })
    },
  },
}
type Files = Parameters<typeof planMakeController>[0]['files']

describe.each(Object.entries(planners))('%s and a file in its way', (_, { path, plan }) => {
  test('refuses it when nobody has said what becomes of it', async () => {
    const app = await appInMemory({ [path]: 'export const mine = 1\n' })
    await expect(plan(app.files())).rejects.toMatchObject({
      code: 'file-in-the-way',
      message: `${path} is there already, and elif replaces no file of yours.`,
    })
  })

  test('leaves it alone and makes the rest', async () => {
    const app = await appInMemory({ [path]: 'export const mine = 1\n' })
    const whole = await plan((await appInMemory()).files())
    const { changeSet, rendered, remarks } = await plan(app.files(), () => 'keep')
    const others = whole.changeSet.changes.filter((each) => 'path' in each && each.path !== path)
    expect(changeSet.changes).toEqual(others)
    expect(rendered[path]).toBeUndefined()
    expect(remarks).toContain(`${path} was there already and stays as it is.`)
  })

  test('replaces it by what a new app would get', async () => {
    const before = 'export const mine = 1\n'
    const app = await appInMemory({ [path]: before })
    const whole = await plan((await appInMemory()).files())
    const made = whole.changeSet.changes.find((each) => 'path' in each && each.path === path)
    const { changeSet } = await plan(app.files(), () => 'replace')
    expect(changeSet.changes.find((each) => 'path' in each && each.path === path)).toEqual({
      ...made,
      kind: 'edit',
      before,
    })
  })

  test('and the second run plans nothing, whatever became of it', async () => {
    for (const becomes of ['keep', 'replace'] as const) {
      const app = await appInMemory({ [path]: 'export const mine = 1\n' })
      app.land(await plan(app.files(), () => becomes))
      expect((await plan(app.files(), () => becomes)).changeSet.changes).toEqual([])
    }
  })
})

describe('a person who is asked about each file', () => {
  const test1 = 'src/modules/status/status-controller.test.ts'
  const texts = { [controller]: 'export const mine = 1\n', [test1]: '// mine\n' }

  test('sees what would change and decides one by one', async () => {
    const app = await appInMemory(texts)
    const make = (onExisting: OnExisting) =>
      planners['make:controller'].plan(app.files(), onExisting)
    const asked: string[] = []
    const settled = await settledExisting(make, async (path, diff) => {
      asked.push(path)
      expect(diff).toContain(`--- a/${path}`)
      return path === controller ? 'replace' : 'keep'
    })
    expect(asked).toEqual([test1, controller])
    const { changeSet } = await make(settled ?? (() => 'refuse'))
    const paths = changeSet.changes.map((each) => 'path' in each && `${each.kind} ${each.path}`)
    expect(paths).toEqual([
      'edit src/app.ts',
      `edit ${controller}`,
      'create src/modules/status/status-module.ts',
    ])
  })

  test('may stop', async () => {
    const app = await appInMemory(texts)
    const make = (onExisting: OnExisting) =>
      planners['make:controller'].plan(app.files(), onExisting)
    expect(await settledExisting(make, async () => undefined)).toBeUndefined()
  })
})
