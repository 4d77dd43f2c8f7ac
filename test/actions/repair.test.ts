import { describe, expect, test } from 'vitest'

import { planMakeModule } from '../../src/actions/make-module.ts'
import { planRepair } from '../../src/actions/repair.ts'
import { reportFiles } from '../../src/actions/status.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { diskFiles, type Files } from '../../src/files/files.ts'
import { basePath } from '../../src/ledger/ledger-paths.ts'
import { readRuns } from '../../src/ledger/read-ledger.ts'
import { type AppInGit, appInGit, mergeBothSides, resourceOnBranch } from '../ledger/app-in-git.ts'
import { type AppWithRuns, appWithRuns, hour } from '../ledger/app-with-runs.ts'

const version = '0.1.0'
const kite = 'src/modules/kites/kite.ts'

async function repair(app: AppWithRuns) {
  const { plan, repaired } = await planRepair({ files: app.files(), version })
  app.land(plan, hour(12))
  return repaired
}

const runsOf = (files: Files) => readRuns(files).map(({ run }) => run.command)
const recordOf = (app: AppWithRuns) => readRuns(app.files()).at(-1)?.path ?? ''
const conflict = (ours: string, theirs: string) =>
  `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> topic\n`

describe('in a ledger that is whole', () => {
  test('changes nothing, also after an undo', async () => {
    const app = await appWithRuns()
    expect(await repair(app)).toEqual([])
    app.land((await planUndo({ files: app.files() })).plan, hour(11))
    expect((await planRepair({ files: app.files(), version })).plan.changeSet.changes).toEqual([])
  })

  test('asks no template for bases that an older elif did not record', async () => {
    const app = await appWithRuns()
    const path = recordOf(app)
    app.write(
      path,
      (app.read(path) ?? '').replaceAll(/\n *"base": "[^"]+",?/g, '').replaceAll(/,(\s*\})/g, '$1'),
    )
    expect(await repair(app)).toEqual([])
  })
})

describe('puts right', () => {
  test.each([
    ['missing', (app: AppWithRuns) => app.remove(basePath(kite))],
    ['another', (app: AppWithRuns) => app.write(basePath(kite), 'export const mine = 1\n')],
  ])('a base that is %s, from the recorded answers', async (_, spoil) => {
    const app = await appWithRuns()
    const base = app.read(basePath(kite))
    spoil(app)
    expect(await repair(app)).toEqual([
      { kind: 'repaired', path: basePath(kite), how: 'rendered again from the recorded answers' },
    ])
    expect(app.read(basePath(kite))).toBe(base)
  })

  test('a base with a conflict in it, from the side that was recorded', async () => {
    const app = await appWithRuns()
    const base = app.read(basePath(kite)) ?? ''
    app.write(basePath(kite), conflict('export const other = 1\n', base))
    expect(await repair(app)).toMatchObject([{ kind: 'repaired', path: basePath(kite) }])
    expect(app.read(basePath(kite))).toBe(base)
  })

  test('a base without a run', async () => {
    const app = await appWithRuns()
    app.write(basePath('src/nobody.ts'), 'export {}\n')
    expect(await repair(app)).toMatchObject([{ path: basePath('src/nobody.ts') }])
    expect(app.read(basePath('src/nobody.ts'))).toBeUndefined()
  })

  test('a record with a conflict of which one side is a record', async () => {
    const app = await appWithRuns()
    const path = recordOf(app)
    const record = app.read(path) ?? ''
    app.write(path, conflict(record, '{}\n'))
    expect(await repair(app)).toMatchObject([{ kind: 'repaired', path }])
    expect(app.read(path)).toBe(record)
  })

  test('a record that nobody can read, by setting it aside', async () => {
    const app = await appWithRuns()
    const path = recordOf(app)
    app.write(path, 'no record')
    await repair(app)
    expect(runsOf(app.files())).toEqual(['new shop'])
    expect(app.read(`${path}.damaged`)).toBe('no record')
  })

  test('a run that is there twice', async () => {
    const app = await appWithRuns()
    const copy = '.elif/runs/20261120T090000-ffffffffffff.json'
    app.write(copy, app.read(recordOf(app)) ?? '')
    expect(await repair(app)).toMatchObject([{ kind: 'repaired', path: copy }])
    expect(runsOf(app.files())).toEqual(['new shop', 'make:resource Kite'])
  })

  test('the texts of a run, by the side that fits its record', async () => {
    const app = await appWithRuns()
    const path = recordOf(app).replace('.json', '.diff')
    const diff = app.read(path) ?? ''
    app.write(path, conflict('--- a/x\n+++ b/x\n', diff))
    await repair(app)
    expect(app.read(path)).toBe(diff)
  })

  test('what git has to know of the ledger', async () => {
    const app = await appWithRuns()
    app.remove('.elif/.gitattributes')
    app.write('.elif/.gitignore', conflict('local/\n', 'local/\nmine\n'))
    expect(await repair(app)).toHaveLength(2)
    expect(app.read('.elif/.gitignore')).toBe('local/\nmine\n')
  })
})

test('leaves a base that this elif renders otherwise, and says so', async () => {
  const app = await appWithRuns()
  const path = recordOf(app)
  const record = app.read(path) ?? ''
  app.write(path, record.replaceAll('"size:', '"other:').replace('"name:string"', '"name:text"'))
  app.remove(basePath(kite))
  expect(await repair(app)).toEqual([
    {
      kind: 'left',
      path: basePath(kite),
      because: 'this elif renders it otherwise than it was recorded; git may have it whole',
    },
  ])
})

/** Both sides of each block; then the two returned objects as one, as a person would write it. */
function takeBoth(app: AppInGit, paths: string[]) {
  for (const path of paths.filter((each) => !each.startsWith('.elif/'))) {
    const both = app.read(path).replaceAll(/^(?:<{7}|={7}|>{7}|\|{7}).*\n/gm, '')
    app.write(path, both)
  }
}

describe('two branches that git has merged', () => {
  test('with a resource each in one module: both runs are there and nothing is to repair', async () => {
    const app = await appInGit()
    await app.land(await planMakeModule({ files: app.files, name: 'shed' }))
    app.commit()
    await resourceOnBranch(app, 'Kite', hour(10))
    await resourceOnBranch(app, 'Reel', hour(11))
    const paths = mergeBothSides(app, 'kite')
    expect(paths.filter((path) => path.startsWith('.elif/'))).toEqual([])
    takeBoth(app, paths)
    app.commit()
    expect(runsOf(app.files).toSorted()).toEqual([
      'make:module shed',
      'make:resource Kite',
      'make:resource Reel',
      'new shop',
    ])
    expect((await planRepair({ files: app.files, version })).repaired).toEqual([])
    const { whole } = reportFiles({ app, folder: app.root, paths: [], all: false })
    expect(whole).toBe(true)
  })

  test('that have both made the module: its base is one that was recorded', async () => {
    const app = await appInGit()
    await resourceOnBranch(app, 'Kite', hour(10))
    await resourceOnBranch(app, 'Reel', hour(11))
    const base = basePath('src/modules/shed/shed-module.ts')
    const ours = app.read(base)
    const paths = mergeBothSides(app, 'kite')
    expect(paths).toContain(base)
    takeBoth(app, paths)
    app.commit()
    expect(app.read(base)).toBe(ours)
    expect((await planRepair({ files: app.files, version })).repaired).toEqual([])
    app.write(base, `${ours}// both\n`)
    const { plan, repaired } = await planRepair({ files: app.files, version })
    expect(repaired).toMatchObject([{ kind: 'repaired', path: base }])
    await app.land(plan)
    expect((await planRepair({ files: app.files, version })).repaired).toEqual([])
  })
})

test('a checkout with CRLF has the same status, repairs nothing and can be undone', async () => {
  const app = await appInGit()
  app.write('.gitattributes', app.read('.gitattributes').replace(' eol=lf', ''))
  await resourceOnBranch(app, 'Kite', hour(10))
  const before = reportFiles({ app, folder: app.root, paths: [], all: false })
  app.git('config', 'core.autocrlf', 'true')
  app.git('rm', '--quiet', '-r', '--cached', '.')
  app.git('reset', '--quiet', '--hard')
  expect(app.read('src/app.ts')).toContain('\r\n')
  const files = diskFiles(app.root)
  const now = { ...app, files }
  expect(reportFiles({ app: now, folder: app.root, paths: [], all: false })).toEqual(before)
  expect((await planRepair({ files, version })).repaired).toEqual([])
  await app.land((await planUndo({ files })).plan)
  expect(app.git('status', '--porcelain', '--', 'src', 'database', 'test')).not.toContain('??')
  expect(app.git('diff', '--stat', 'main', '--', 'src', 'database')).toBe('')
})
