import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { type AppInGit, appInGit } from '../ledger/app-in-git.ts'

const folder = 'src/modules/status'
const lies = (app: AppInGit, path: string) => existsSync(join(app.root, path))

async function undoneIn(app: AppInGit, meanwhile = () => {}) {
  await app.land(await planMakeController({ files: app.files, name: 'Status' }))
  expect(lies(app, folder)).toBe(true)
  meanwhile()
  await app.land((await planUndo({ files: app.files })).plan)
}

describe('an undo takes a folder away', () => {
  test('when its run made it and nothing is left in it', async () => {
    const app = await appInGit()
    await undoneIn(app)
    expect(lies(app, 'src/modules')).toBe(false)
    expect(lies(app, '.elif/base/src/modules')).toBe(false)
  })

  test('not when something of the owner’s is in it', async () => {
    const app = await appInGit()
    const mine = join(folder, 'mine.txt')
    await undoneIn(app, () => writeFileSync(join(app.root, mine), 'mine'))
    expect(lies(app, mine)).toBe(true)
  })

  test('not when the owner had made it before, though it was empty', async () => {
    const app = await appInGit()
    mkdirSync(join(app.root, folder), { recursive: true })
    await undoneIn(app)
    expect(lies(app, folder)).toBe(true)
  })
})
