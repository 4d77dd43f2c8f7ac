import { describe, expect, test } from 'vitest'

import { planAddFeature } from '../../src/actions/add-feature.ts'
import { parseManifest } from '../../src/project/manifest.ts'
import { featureNames } from '../made-app/feature-names.ts'
import { formatText } from '../../src/template/format-text.ts'
import { appInMemory, at } from './app-in-memory.ts'
import { expectGolden } from './golden-tree.ts'

const names = await featureNames()

describe('what elif add makes of a new app', () => {
  test.each(names)('%s', async (name) => {
    const app = await appInMemory()
    const files = app.files()
    const manifest = parseManifest(files.read('elif.json') ?? '')
    const plan = await planAddFeature({ app: { files, manifest }, name, install: true, at })
    expect(plan.changeSet.notices).toEqual([])
    const tree = app.land(plan)
    expectGolden(`add-${name}`, tree)
    for (const [path, text] of Object.entries(tree)) {
      // One feature a line, whatever fits into one.
      if (path === 'elif.json') continue
      const formatted = await formatText(path, `${text}\n`)
      expect([path, formatted.trimEnd()]).toEqual([path, text.trimEnd()])
    }
  })
})
