import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { calledHere } from './called-here.ts'
import { plannedApp } from './planned-app.ts'

const old = `// <<<ELIF:BEGIN agent-editable:prices>>>
export const price = 1
// <<<ELIF:END agent-editable:prices>>>
`
const today = `// #region custom:prices
export const price = 1
// #endregion custom:prices
`

const app = await plannedApp()
app.write('.env', 'DATABASE_URL=postgres://nobody@127.0.0.1:1/none\n')
app.write('src/price.ts', old)
const before = app.read('src/app.ts')
await calledHere(app.root, ['make:module', 'stalls'])
const mounted = app.read('src/app.ts')
app.write('src/app.ts', before)

/** What the command answers, and how it ended. */
async function answered(...words: string[]) {
  const { exitCode, output } = await calledHere(app.root, [...words, '--json'])
  return { exitCode, ...JSON.parse(output) }
}

const codes = ({ findings }: { findings: { code: string }[] }) => findings.map(({ code }) => code)

test('mends what is certain in one run, says what is left, and undo brings it back', async () => {
  expect(codes(await answered('doctor'))).toEqual(
    expect.arrayContaining(['module-not-imported', 'region-old-style']),
  )
  const planned = await answered('doctor', '--fix', '--dry-run')
  expect(planned).toMatchObject({ exitCode: 0, result: 'planned', command: 'doctor --fix' })
  expect(planned).not.toHaveProperty('findings')
  expect(app.read('src/price.ts')).toBe(old)

  const fixed = await answered('doctor', '--fix', '--yes')
  expect(fixed).toMatchObject({ exitCode: 2, result: 'applied', healthy: false, notices: [] })
  expect(codes(fixed)).toEqual(['app-dependencies-missing'])
  expect(app.read('src/price.ts')).toBe(today)
  expect(app.read('src/app.ts')).toBe(mounted)
  expect(await answered('doctor', '--fix', '--yes')).toMatchObject({
    exitCode: 2,
    result: 'unchanged',
  })

  await calledHere(app.root, ['undo', '--yes', '--leave-database'])
  expect(app.read('src/price.ts')).toBe(old)
  expect(app.read('src/app.ts')).toBe(before)
})

test('a run that was interrupted is told, and only ended where something is mended', async () => {
  const journal = '.elif/local/journal/a.open.json'
  const text = JSON.stringify({ version: 2, id: 'a', command: 'new', folders: [], writes: [] })
  mkdirSync(join(app.root, '.elif/local/journal'), { recursive: true })
  app.write(journal, text)
  expect(codes(await answered('doctor'))).toContain('run-interrupted')
  expect(app.read(journal)).toBe(text)
  await calledHere(app.root, ['doctor', '--fix', '--dry-run'])
  expect(() => app.read(journal)).toThrow('ENOENT')
  rmSync(app.root, { recursive: true })
})
