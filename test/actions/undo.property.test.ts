import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  oneof,
  record,
  constant,
} from 'fast-check'
import { expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { planMakeModule } from '../../src/actions/make-module.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { ElifError } from '../../src/errors/elif-error.ts'
import { readRuns } from '../../src/ledger/read-ledger.ts'
import { nameOf } from '../../src/ledger/undone-runs.ts'
import type { Plan } from '../../src/recipe/plan.ts'
import { appInMemory } from '../golden/app-in-memory.ts'

type App = Awaited<ReturnType<typeof appInMemory>>

const module = constantFrom('shed', 'loft')
const making = oneof(
  record({ make: constant('module' as const), module }),
  record({ make: constant('controller' as const), name: constantFrom('Sun', 'Moon'), module }),
  record({ make: constant('resource' as const), name: constantFrom('Kite', 'Reel'), module }),
)
/** An edit puts a line of the owner's somewhere into a file that is there. */
const editing = record({ file: nat(), line: nat() })
const undoing = record({ undo: nat() })
const deed = oneof(making, making, editing, undoing)

type Deed = typeof deed extends { generate(...given: never[]): { value: infer Value } }
  ? Value
  : never

const at = (hours: number) => new Date(Date.UTC(2026, 10, 20) + hours * 3_600_000)

function plan(app: App, wanted: Extract<Deed, { make: string }>, hours: number): Promise<Plan> {
  const files = app.files()
  if (wanted.make === 'module') return planMakeModule({ files, name: wanted.module })
  if (wanted.make === 'controller') return planMakeController({ files, ...wanted })
  return planMakeResource({ files, fields: ['size:integer'], at: at(hours), ...wanted })
}

/** What a command refuses changes nothing, and that is all there is to say of it here. */
async function planned<Made>(made: Promise<Made>): Promise<Made | undefined> {
  try {
    return await made
  } catch (error) {
    if (error instanceof ElifError) return undefined
    throw error
  }
}

const isOwners = (path: string) => /^src\/(?:app|modules)/.test(path) && path.endsWith('.ts')

const treeOf = (app: App) =>
  Object.fromEntries(
    app
      .files()
      .list()
      .filter((path) => !path.startsWith('.elif/runs/') && !path.startsWith('.elif/.git'))
      .map((path) => [path, app.read(path)]),
  )

/** Above any line, so that no statement is torn apart. */
function edit(app: App, { file, line }: { file: number; line: number }, mine: string) {
  const paths = app.files().list().filter(isOwners)
  const path = paths[file % paths.length] ?? ''
  const lines = (app.read(path) ?? '').split('\n')
  lines.splice(line % lines.length, 0, mine)
  app.write(path, lines.join('\n'))
}

async function make(app: App, wanted: Extract<Deed, { make: string }>, hours: number) {
  const before = treeOf(app)
  const made = await planned(plan(app, wanted, hours))
  if (!made || made.changeSet.changes.length === 0) return
  app.land(made, at(hours))
  const back = await planned(planUndo({ files: app.files() }))
  if (!back) return
  app.land(back.plan, at(hours + 0.25))
  expect(treeOf(app)).toEqual(before)
  app.land(made, at(hours + 0.5))
}

async function undo(app: App, { undo: chosen }: { undo: number }, hours: number) {
  const runs = readRuns(app.files())
  const run = runs[chosen % Math.max(1, runs.length)]
  if (!run) return
  const back = await planned(planUndo({ files: app.files(), run: nameOf(run) }))
  if (back) app.land(back.plan, at(hours))
}

const runs = Number(process.env['ELIF_UNDO_RUNS'] ?? 10)
const patience = { timeout: 20_000 + runs * 5_000 }

test('whatever is made, edited and undone: no line of the owner is lost', patience, async () => {
  await assert(
    asyncProperty(array(deed, { minLength: 1, maxLength: 9 }), async (deeds) => {
      const app = await appInMemory()
      const mine: string[] = []
      for (const [hours, each] of deeds.entries()) {
        if ('make' in each) await make(app, each, hours)
        else if ('undo' in each) await undo(app, each, hours)
        else {
          const line = `// mine ${hours}`
          edit(app, each, line)
          mine.push(line)
        }
        const all = Object.values(treeOf(app)).join('\n')
        expect(mine.filter((line) => !all.includes(line))).toEqual([])
      }
    }),
    { numRuns: runs },
  )
})
