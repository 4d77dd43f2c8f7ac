import { globSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, describe, expect, test } from 'vitest'

import { createOxcReader } from '../../../src/source/oxc/oxc-reader.ts'
import {
  createTypeScriptReader,
  openTypeScript,
} from '../../../src/source/typescript/typescript-reader.ts'
import { checkouts } from '../edited.ts'
import { answersOf, sourceAt } from './answers.ts'
import { broken, jsxSamples, samples } from './samples.ts'

const oxc = createOxcReader()
const typescript = createTypeScriptReader()
beforeAll(openTypeScript)

describe.each(checkouts)('both readers say the same, %s', (_checkout, as) => {
  test.each(Object.entries(samples))('of %s', (_name, code) => {
    const source = as(code)
    const answers = answersOf(oxc, source, 'a.ts')
    expect(answers).not.toBe('refused')
    expect(answersOf(typescript, source, 'a.ts')).toEqual(answers)
  })

  test.each(Object.entries(jsxSamples))('of JSX %s', (_name, code) => {
    const source = as(code)
    const answers = answersOf(oxc, source, 'a.tsx')
    expect(answers).not.toBe('refused')
    expect(answersOf(typescript, source, 'a.tsx')).toEqual(answers)
  })
})

test.each(broken)('both readers refuse %s', (source) => {
  expect(answersOf(oxc, source, 'a.ts')).toBe('refused')
  expect(answersOf(typescript, source, 'a.ts')).toBe('refused')
})

test("both readers say the same of elif's own sources and templates", () => {
  const cwd = join(import.meta.dirname, '../../..')
  const paths = globSync('{src/source,templates}/**/*.ts', { cwd })
  expect(paths.length).toBeGreaterThan(100)
  for (const path of paths) {
    const source = sourceAt(path)
    const [mine, theirs] = [oxc, typescript].map((reader) => answersOf(reader, source, path))
    expect({ path, answers: theirs }).toEqual({ path, answers: mine })
  }
})
