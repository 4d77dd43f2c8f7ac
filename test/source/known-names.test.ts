import { describe, expect, test } from 'vitest'

import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { knownNames } from '../../src/source/known-names.ts'

const region = '  // #region elif:x\n  // #endregion elif:x\n'
const insert = insertIntoRegion({
  region: 'elif:x',
  entry: 'const notes = createNotes(platform)',
  needs: ['platform'],
})

describe('an entry is refused where what it needs is not known', () => {
  test.each([
    ['by a parameter', `function a(platform) {\n${region}}\n`],
    ['by a part of one', `function a({ base: [platform, ...rest] = [] }) {\n${region}}\n`],
    ['by an import', `import { platform } from './a.ts'\nfunction a() {\n${region}}\n`],
    ['by a variable above', `function a() {\n  const platform = 1\n${region}}\n`],
    ['by a function below', `function a() {\n${region}  function platform() {}\n}\n`],
    ['by a block around', `for (const platform of all) {\n${region}}\n`],
    ['by what was caught', `try {\n} catch (platform) {\n${region}}\n`],
    ['by a method', `class A {\n  b(platform) {\n${region}  }\n}\n`],
  ])('it is known %s', (_, source) => {
    expect(insert(source).kind).toBe('changed')
  })

  test.each([
    ['as something else', `function a(base) {\n${region}}\n`],
    ['under another name', `function a({ platform: base }) {\n${region}}\n`],
    ['in another function', `function b(platform) {}\nfunction a() {\n${region}}\n`],
    ['as a variable below', `function a() {\n${region}  const platform = 1\n}\n`],
    ['as a member only', `class A {\n  platform = 1\n  b() {\n${region}  }\n}\n`],
  ])('it is not known %s', (_, source) => {
    expect(insert(source)).toMatchObject({
      kind: 'refused',
      because: expect.stringMatching(
        /^platform is not known where the entry belongs \(line \d+\)\.$/,
      ),
      paste: 'const notes = createNotes(platform)',
    })
  })
})

describe('a name that is taken', () => {
  test.each([
    ['by a variable beside the region', `function a(platform) {\n${region}  const notes = 1\n}\n`],
    ['by a parameter', `function a(platform, notes) {\n${region}}\n`],
    [
      'by an import that the entry would hide',
      `import { notes } from './a.ts'\nfunction a(platform) {\n${region}}\n`,
    ],
  ])('is not taken for the entry: %s', (_, source) => {
    expect(insert(source)).toMatchObject({
      kind: 'refused',
      because: expect.stringMatching(/^The name notes is already taken where the entry belongs/),
    })
  })

  test('by the entry itself, edited and moved by its owner, is the entry', () => {
    const moved = `function a(platform) {\n${region}  const notes = await createNotes({ platform })\n}\n`
    expect(insert(moved)).toEqual({ kind: 'present' })
    const wrapped = `function a(platform) {\n${region}  const notes = kept(createNotes(platform))\n}\n`
    expect(insert(wrapped)).toEqual({ kind: 'present' })
  })
})

test('the known names of a function are its own, its parameters and those around', () => {
  const source =
    "import { z } from 'zod'\nexport function a({ one, two: three }) {\n  const four = 1\n}\n"
  expect([...(knownNames(source, { path: 'a.ts', function: 'a' }) ?? [])].toSorted()).toEqual([
    'a',
    'four',
    'one',
    'three',
    'z',
  ])
  expect(knownNames(source, { path: 'a.ts', function: 'b' })).toBeUndefined()
})
