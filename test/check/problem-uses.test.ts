import { expect, test } from 'vitest'

import { checkApp } from '../../src/actions/check.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { lineIn, shopFiles } from './shop.ts'

const service = 'src/modules/kites/kite-service.ts'
const catalogue = (
  entries: string,
) => `import { defineProblems } from './framework/errors/define-problems.ts'

export const problems = defineProblems({
${entries}})
`
const torn = "  kiteTorn: { status: 409, detail: 'The kite is torn.' },\n"
const lost =
  '  kiteLost: {\n    status: 410,\n    detail: ({ id }: { id: string }) => `${id} is lost.`,\n  },\n'

async function findingsIn(errors: string, uses: string) {
  const files = { ...shopFiles(), 'src/errors.ts': errors, [service]: uses }
  const { findings } = await checkApp(memoryFiles(files))
  return findings.map(
    ({ severity, code, at: { path, line } }) => `${severity} ${code} ${path}:${line}`,
  )
}

const imported = "import { problems } from '#app/errors.ts'\n"

test.each([
  [
    'problems that are all thrown',
    torn + lost,
    `${imported}throw problems.kiteTorn()\nthrow problems\n  .kiteLost({ id: '1' })\n`,
  ],
  ['a catalogue that is passed on', torn, `${imported}register(problems)\n`],
  ['a catalogue that is taken apart', torn, `${imported}const { kiteTorn } = problems\n`],
  [
    'a catalogue under another name',
    torn,
    "import { problems as all } from '../../errors.ts'\nthrow all.kiteTorn()\n",
  ],
  [
    'a catalogue that is imported with all else',
    torn,
    "import * as all from '#app/errors.ts'\nthrow all.problems.kiteTorn()\n",
  ],
  [
    'a catalogue of which the rest is kept',
    torn,
    `${imported}const { kiteTorn, ...more } = problems\n`,
  ],
  ['problems that come from elsewhere', '  ...others,\n', `${imported}throw problems.kiteTorn()\n`],
  ['another thing of that name', '', 'const problems = { kiteTorn: 1 }\nuse(problems.kiteTorn)\n'],
])('finds nothing in %s', async (_, entries, uses) => {
  expect(await findingsIn(catalogue(entries), uses)).toEqual([])
})

test('finds a problem that nothing throws, at its line', async () => {
  const uses = `${imported}throw problems.kiteTorn()\n// problems.kiteLost({ id })\n`
  expect(await findingsIn(catalogue(torn + lost), uses)).toEqual([
    'warning problem-unused src/errors.ts:5',
  ])
})

test('a test alone does not make a problem used', async () => {
  const errors = catalogue(torn)
  const inTest = { 'src/modules/kites/kites.test.ts': `${imported}expect(problems.kiteTorn())\n` }
  const { findings } = await checkApp(
    memoryFiles({ ...shopFiles(), 'src/errors.ts': errors, ...inTest }),
  )
  expect(findings.map(({ says }) => says)).toEqual([
    'src/errors.ts defines kiteTorn, and nothing throws it.',
  ])
})

test.each([catalogue(''), catalogue(torn)])(
  'finds a problem that is not defined',
  async (errors) => {
    const uses = `${imported}\nthrow problems.kiteTorn()\nthrow problems.kiteGone()\n`
    const [last] = (await findingsIn(errors, uses)).toReversed()
    expect(last).toBe(`error problem-undefined ${service}:4`)
  },
)

test('finds a problem that is taken out of the catalogue and not in it', async () => {
  const uses = `${imported}const { kiteTorn, kiteGone: gone } = problems\n`
  expect(await findingsIn(catalogue(torn), uses)).toEqual([`error problem-undefined ${service}:2`])
})

const framework = 'src/framework/errors/framework-problems.ts'
const negotiate = 'src/framework/http/negotiate.ts'

test('holds the catalogue of the framework against its uses too', async () => {
  const files = shopFiles()
  files[negotiate] = (files[negotiate] ?? '').replace('.notAcceptable', '.notAccepted')
  const { findings } = await checkApp(memoryFiles(files))
  expect(findings.map(({ says, at: { path, line } }) => [says, path, line])).toEqual([
    [
      `${framework} defines no problem notAccepted.`,
      negotiate,
      lineIn(negotiate, '.notAcceptable'),
    ],
    [
      `${framework} defines notAcceptable, and nothing throws it.`,
      framework,
      lineIn(framework, 'notAcceptable: {'),
    ],
  ])
})

test('finds a problem whose code no catalogue knows', async () => {
  const uses =
    "import { Problem } from '#app/framework/http/problem.ts'\nthrow new Problem(409, 'kite-torn', 'It is torn.')\n"
  expect(await findingsIn(catalogue(''), uses)).toEqual([`warning problem-beside ${service}:2`])
})
