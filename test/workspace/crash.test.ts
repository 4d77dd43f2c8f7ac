import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import type { Change } from '../../src/workspace/change-set.ts'
import { recover } from '../../src/workspace/recover.ts'
import { applyCases } from '../faults/apply-cases.ts'
import { stopEverywhere } from '../faults/stopped-applies.ts'
import { isFull } from '../tiers/full.ts'
import { dyingDisk, type Moment } from './dying-disk.ts'
import { changeSetOf, scratchApp } from './scratch-app.ts'

const moments: Moment[] = ['before', 'midway', 'after']

describe('an apply that is killed at any of its calls leaves all or nothing after recovery', () => {
  test.each(applyCases)(
    '$name',
    async (each) => {
      for (const moment of moments) {
        const tally = await stopEverywhere(each, { moment })
        expect(tally.failures).toEqual([])
        expect(tally.runs).toBeGreaterThan(2)
      }
    },
    60_000,
  )

  test('also when the recovery is killed, at any of its calls', async () => {
    const some = applyCases.filter(({ name }) => isFull || name.startsWith('edits through'))
    for (const each of some) {
      const tally = await stopEverywhere(each, { moment: 'after', twice: true })
      expect(tally.failures).toEqual([])
      expect(tally.rolledBack).toBeGreaterThan(20)
    }
  }, 600_000)
})

/** The last ones hold what the others hold, and each run of them takes its time. */
const mixed = applyCases.slice(isFull ? 0 : -3)

describe('an apply of which any call fails leaves all or nothing', () => {
  test.each(mixed)(
    '$name',
    async (each) => {
      for (const moment of moments) {
        const tally = await stopEverywhere(each, { moment, revives: true })
        expect(tally.failures).toEqual([])
      }
    },
    60_000,
  )
})

test('what its owner has changed since a kill is not taken back', async () => {
  const files = ['a.ts', 'b.ts', 'c.ts', 'd.ts']
  const changes = changeSetOf(
    ...files.map((path): Change => ({ kind: 'edit', path, before: 'old\n', after: 'new\n' })),
  )
  let kept = 0
  for (let stopAt = 1; ; stopAt++) {
    using app = scratchApp(Object.fromEntries(files.map((path) => [path, 'old\n'])))
    const { disk, reached } = dyingDisk(stopAt, 'after')
    await applyChangeSet(app.root, changes, { command: 'add cache', disk }).catch(() => undefined)
    if (!reached()) break
    const isBefore = existsSync(app.path('a.ts')) && readFileSync(app.path('a.ts'), 'utf8')
    writeFileSync(app.path('a.ts'), 'mine\n')
    const recovery = await recover(app.root)
    expect(readFileSync(app.path('a.ts'), 'utf8')).toBe('mine\n')
    if (recovery.kind !== 'rolled-back') continue
    expect(recovery.kept).toEqual(['a.ts'])
    expect(readFileSync(app.path('b.ts'), 'utf8')).toBe('old\n')
    if (isBefore === 'new\n') kept++
  }
  expect(kept).toBeGreaterThan(2)
})
