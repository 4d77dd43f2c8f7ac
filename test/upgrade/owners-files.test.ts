import { expect, test, vi } from 'vitest'

import { ElifError } from '../../src/errors/elif-error.ts'
import { behaviourFile } from '../../src/recipe/behaviours.ts'
import { madeToday } from './made-today.ts'
import { oldApp } from './old-app.ts'
import { edited, without } from './owners.ts'
import { type Tree, upgraded, upgradeOf } from './upgraded.ts'

// Whole apps are laid out here, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000 })

const oldest = () => oldApp('2026-11-20T1741')
const times = 'src/framework/values/times.ts'
const paths = (notices: { path: string }[]) => notices.map(({ path }) => path)

async function refusal(tree: Tree): Promise<ElifError> {
  const fault = await upgradeOf(tree).catch((thrown: unknown) => thrown)
  if (fault instanceof ElifError) return fault
  throw new Error('The upgrade was not refused.')
}

const oxlintToday = async () => manifest(await madeToday()).devDependencies.oxlint
const manifest = (tree: Tree) => JSON.parse(tree['package.json'] ?? '')

test('package.json keeps what its owner has chosen, key by key', async () => {
  let mine = await oldest()
  mine = edited(mine, 'package.json', '"oxlint": "1.94.0"', '"oxlint": "^1.95.2"')
  mine = edited(mine, 'package.json', '"pg": ', '"nanoid": "5.1.0",\n    "pg": ')
  mine = edited(mine, 'package.json', '"vitest run"', '"vitest run --bail 1"')
  const { tree, notices, steps } = await upgraded(mine)
  const own = manifest(mine)
  const today = manifest(await madeToday())
  expect(manifest(tree)).toEqual({
    ...today,
    ...own,
    scripts: { ...today.scripts, ...own.scripts },
    devDependencies: { ...today.devDependencies, ...own.devDependencies },
  })
  expect(notices).toEqual([])
  expect(steps.map(({ command }) => command)).toEqual(['npm'])
})

test('a newer version of a package is taken, whoever brought the older one, and installed', async () => {
  const mine = edited(await oldest(), 'package.json', '"oxlint": "1.94.0"', '"oxlint": "1.80.0"')
  const { tree, steps } = await upgraded(mine)
  expect(manifest(tree).devDependencies.oxlint).toBe(await oxlintToday())
  expect(steps.map(({ command, arguments: words }) => [command, words[0]])).toEqual([
    ['npm', 'install'],
  ])
})

test('a version that cannot be compared stays, and is told with its line', async () => {
  const mine = edited(await oldest(), 'package.json', '"1.94.0"', '"file:../oxlint"')
  const { tree, notices } = await upgraded(mine)
  expect(manifest(tree).devDependencies.oxlint).toBe('file:../oxlint')
  expect(notices).toEqual([
    {
      path: 'package.json',
      because: 'You have changed devDependencies.oxlint in line 33, and so has elif; yours stays.',
      paste: `"oxlint": "${await oxlintToday()}"`,
    },
  ])
})

test('a file that elif has no more stays where its owner has edited it', async () => {
  const mine = edited(await oldest(), times, 'export const day', '// Ours.\nexport const day')
  const { tree, notices } = await upgraded(mine)
  expect(tree[times]).toBe(mine[times])
  expect(notices.map(({ path, because }) => [path, because])).toEqual([
    [times, 'elif has no such file any more; it stays because you have edited it:'],
  ])
  expect(notices[0]?.paste).toContain('+// Ours.')
  expect((await upgradeOf(tree)).changeSet).toEqual({ changes: [], notices: [], steps: [] })
})

test('a file that elif has no more stays where other code of its owner imports it', async () => {
  const own =
    "// Ours.\nimport { day } from '#app/framework/values/times.ts'\n\nexport const on = day()\n"
  const { tree, notices } = await upgraded({ ...(await oldest()), 'src/own.ts': own })
  expect(tree[times]).toBe((await oldest())[times])
  expect(notices).toEqual([
    {
      path: times,
      because:
        'elif has no such file any more; it stays because it is still imported by src/own.ts:2.',
      paste: "import { day } from '#app/framework/values/times.ts'",
    },
  ])
})

test('a name that a merged file has lost is told with the lines that use it', async () => {
  const review = 'src/modules/products/review.ts'
  const mine = edited(await oldest(), review, '  on: day(),\n', '  on: day(),\n  off: day(),\n')
  const plan = await upgradeOf(mine, { merge: 'markers' })
  expect(plan.changeSet.notices).toContainEqual({
    path: review,
    because: expect.stringMatching(/^day is used in line \d+, and is not imported any more\.$/),
    paste: '  off: day(),',
  })
})

test('a file of the owner’s that is in the way stays, and elif’s is shown', async () => {
  const own = 'export const behaviour = {}\n'
  const { tree, notices } = await upgraded({ ...(await oldest()), [behaviourFile]: own })
  expect(tree[behaviourFile]).toBe(own)
  expect(paths(notices)).toEqual([behaviourFile])
  expect(notices[0]?.paste).toContain('datesInUtc: false,')
})

const migrate = 'src/framework/database/migrate.ts'
const conflicting = async () =>
  edited(
    await oldest(),
    migrate,
    "direction === 'up' ? pending(files, applied).slice(0, steps) : last(files, applied, steps)",
    "direction === 'up' ? pending(files, applied).slice(0, steps ?? 1) : last(files, applied, steps)",
  )

test('where both have changed the same, the hunks are shown and nothing is planned', async () => {
  const fault = await refusal(await conflicting())
  expect(fault.code).toBe('upgrade-conflicts')
  expect(fault.message).toMatch(
    /^Nothing was changed.*\n\nsrc\/framework\/database\/migrate\.ts:\d+\n/,
  )
  expect(fault.message).toContain('- ')
  expect(fault.message).toContain('pending(files, applied).slice(0, steps ?? 1)')
  expect(fault.hint).toContain('./elif upgrade --merge=markers')
})

test('on request the conflict is written as git writes one, and told', async () => {
  const { tree, notices } = await upgraded(await conflicting(), { merge: 'markers' })
  const text = tree[migrate] ?? ''
  expect(text).toMatch(
    /^<<<<<<< yours\n[^>]*slice\(0, steps \?\? 1[^>]*^=======\n[^>]*^>>>>>>> elif 0\.2\.0$/m,
  )
  const line = text.slice(0, text.indexOf('<<<<<<<')).split('\n').length
  expect(notices.map(({ path, because }) => [path, because])).toEqual([
    [
      migrate,
      `You and elif have changed the same lines; a conflict stands in line ${line}. elif’s side of it:`,
    ],
  ])
  expect((await upgradeOf(tree)).changeSet.changes).toEqual([])
})

test('a custom region stays as it is, whatever the template does around it', async () => {
  const service = 'src/modules/products/product-service.ts'
  const marker = '    // #region custom:product\n'
  const mine = edited(await oldest(), service, marker, `${marker}    odd:   missing,\n`)
  const { tree } = await upgraded(mine)
  expect(tree[service]).toContain(`${marker}    odd:   missing,\n`)
})

test('a behaviour that its owner has flipped stays flipped', async () => {
  const { tree } = await upgraded(await oldest())
  const mine = edited(tree, behaviourFile, 'datesInUtc: false', 'datesInUtc: true')
  expect((await upgradeOf(mine)).changeSet.changes).toEqual([])
})

test('an app that behaves in the new way without a setting goes on so', async () => {
  const { tree } = await upgraded(await oldApp('2026-11-20T1812'))
  expect(tree[behaviourFile]).toContain('datesInUtc: true,')
})

test('a run whose command is not known any more is told, and what it made stays', async () => {
  const tree = await oldest()
  const record = Object.keys(tree).find((path) => tree[path]?.includes('make:controller Status'))
  const mine = edited(tree, record ?? '', 'make:controller Status', 'make:tune Status')
  const { plan, notices } = await upgraded(mine)
  expect(paths(notices)).toEqual([record])
  const touched = plan.changeSet.changes.filter(
    (change) => 'path' in change && change.path.startsWith('src/modules/status/'),
  )
  expect(touched).toEqual([])
})

test('an app on which a newer elif has worked is refused in a sentence', async () => {
  const tree = await oldest()
  const record = Object.keys(tree).find((path) => tree[path]?.includes('make:controller Status'))
  const mine = edited(tree, record ?? '', '"version": "0.1.0"', '"version": "0.3.0"')
  expect(await refusal(mine)).toMatchObject({
    code: 'upgrade-newer',
    message: 'elif 0.3.0 has worked on this app, and this is elif 0.2.0.',
    at: { path: record },
  })
})

test('a resource whose owner has deleted all of it does not come back', async () => {
  const tree = await oldest()
  const gone = Object.keys(tree).filter((path) => path.startsWith('src/modules/status/'))
  const { plan } = await upgraded(without(tree, ...gone))
  const brought = plan.changeSet.changes.map((change) => 'path' in change && change.path)
  expect(brought.filter((path) => gone.includes(String(path)))).toEqual([])
})
