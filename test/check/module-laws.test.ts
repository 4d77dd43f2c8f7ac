import { expect, test } from 'vitest'

import { checkApp } from '../../src/actions/check.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { shopFiles } from './shop.ts'

const birds = 'src/modules/birds'
const kites = 'src/modules/kites'

async function findingsWith(files: Record<string, string>) {
  const { findings } = await checkApp(memoryFiles({ ...shopFiles(), ...files }))
  return findings.map(({ severity, code, says, at: { path, line } }) => ({
    at: `${severity} ${code} ${path}:${line}`,
    says,
  }))
}

test.each(['model', 'repository', 'service', 'policy', 'controller'])(
  'finds a module that imports the %s of another one',
  async (kind) => {
    const from = `../kites/kite-${kind}.ts`
    const files = { [`${birds}/bird-service.ts`]: `\nimport { x } from '${from}'\n` }
    expect(await findingsWith(files)).toEqual([
      {
        at: `error module-reached-inside ${birds}/bird-service.ts:2`,
        says: `${birds}/bird-service.ts imports the inside of another module: ${from}.`,
      },
    ])
  },
)

test.each([
  ["another module's noun", "import { Kite } from '../kites/kite.ts'"],
  [
    'what another module returns',
    "import type { KitesModule } from '#app/modules/kites/kites-module.ts'",
  ],
  ['its own inside', "import { birdModel } from './bird-model.ts'"],
])('a module may import %s', async (_, line) => {
  expect(await findingsWith({ [`${birds}/bird-service.ts`]: `${line}\n` })).toEqual([])
})

const needs = (from: string, to: string, line = '') => ({
  [`src/modules/${from}/${from}.ts`]: `${line}import { x } from '../${to}/${to}.ts'\n`,
})

test('finds modules that need each other, with the whole chain and each place', async () => {
  const files = {
    ...needs('birds', 'nests', '\n'),
    ...needs('nests', 'trees'),
    ...needs('trees', 'birds'),
  }
  expect(await findingsWith(files)).toEqual([
    {
      at: `error modules-in-circle ${birds}/birds.ts:2`,
      says:
        'Modules need each other in a circle: birds → nests → trees → birds ' +
        `(${birds}/birds.ts:2, src/modules/nests/nests.ts:1, src/modules/trees/trees.ts:1).`,
    },
  ])
})

test('tells each circle once, wherever one comes into it', async () => {
  const files = {
    ...needs('ants', 'birds'),
    ...needs('birds', 'nests'),
    [`src/modules/nests/nests.ts`]:
      "import { x } from '../birds/birds.ts'\nimport { y } from '../trees/trees.ts'\n",
    ...needs('trees', 'nests'),
  }
  expect((await findingsWith(files)).map(({ says }) => says.split(' (')[0])).toEqual([
    'Modules need each other in a circle: birds → nests → birds',
    'Modules need each other in a circle: nests → trees → nests',
  ])
})

test('types make no circle: they are gone where the app runs', async () => {
  const files = {
    ...needs('birds', 'kites'),
    [`${kites}/kite.ts`]:
      "import type { Bird } from '../birds/birds.ts'\nimport { type Egg } from '../birds/birds.ts'\n",
  }
  expect(await findingsWith(files)).toEqual([])
})

const takes = (line: string) => ({ 'src/modules/birds/bird-service.ts': line })

test.each([
  ['a module picks', takes("type Needs = Pick<Platform, 'mail'>\n")],
  ['another part needs', { 'src/platform.ts': 'post' }],
])('a part that %s is used', async (_, files) => {
  const platform = shopFiles()['src/platform.ts'] ?? ''
  const post = 'src/platform.ts' in files ? '  const post = createPost(mail)\n' : ''
  const withMail = platform
    .replace(/ {2}\/\/ #endregion elif:platform/, `  const mail = createMail()\n${post}$&`)
    .replace('    parts,', '    parts,\n    mail,')
  expect(await findingsWith({ ...files, 'src/platform.ts': withMail })).toEqual([])
})
