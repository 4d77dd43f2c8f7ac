import * as fc from 'fast-check'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

import { fieldTypes } from '../../src/fields/field-types.ts'
import { parseField } from '../../src/fields/parse-field.ts'
import { stageRecipe } from '../../src/recipe/recipes.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { appInMemory, at } from '../golden/app-in-memory.ts'
import { often } from '../tiers/full.ts'

const types = [...fieldTypes.values()].map(({ example }) => example.split(':')[1] ?? '')
const field = fc
  .record({
    type: fc.constantFrom(...types),
    optional: fc.constantFrom('', '?'),
    modifier: fc.constantFrom('', '', ':unique', ':index'),
  })
  .map(({ type, optional, modifier }) => `${type}${optional}${modifier}`)
  .filter((text) => isTaken(`a:${text}`))

const isTaken = (text: string) => {
  try {
    return parseField(text).name === 'a'
  } catch {
    return false
  }
}

test('any fields make files that parse, with every hole and region filled', async () => {
  const files = (await appInMemory()).files()
  const fields = fc.array(field, { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fields, async (kinds) => {
      const app = openWorkspace({ files })
      const named = kinds.map((kind, index) => `field_${String.fromCharCode(97 + index)}:${kind}`)
      await stageRecipe(app, 'resource', { name: 'Product', fields: named, at })
      const { changes, notices } = await app.changeSet()
      expect(notices).toEqual([])
      for (const change of changes) {
        if (!('path' in change && 'after' in change)) continue
        const { errors } = parseSync(change.path, change.after, { showSemanticErrors: true })
        expect([change.path, errors]).toEqual([change.path, []])
        expect(change.after).not.toMatch(/hole:|when:|aper.?kite|ld.?pier/)
      }
    }),
    { numRuns: 60 * often },
  )
})
