import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { landPlan } from '../../src/actions/land-plan.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planNewApp } from '../../src/actions/new-app.ts'
import { diskFiles } from '../../src/files/files.ts'
import type { Plan } from '../../src/recipe/plan.ts'
import { at as moment } from '../golden/app-in-memory.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

export type AppInGit = Awaited<ReturnType<typeof appInGit>>

/** A new app on the disk, committed on the branch main. */
export async function appInGit() {
  const root = join(scratchFolder('elif-git-'), 'shop')
  const land = (plan: Plan) => landPlan({ plan, root, version: '0.1.0' })
  const place = { root, packageName: 'shop', typed: 'shop' }
  const how = { install: false, git: false, version: '0.1.0', preset: 'api', at: moment } as const
  await land(await planNewApp({ ...place, ...how }))
  const app = {
    root,
    files: diskFiles(root),
    land,
    git: (...words: string[]) => gitIn(root, words),
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    write: (path: string, text: string) => writeFileSync(join(root, path), text),
    remove: (path: string) => rmSync(join(root, path)),
    commit: () => {
      gitIn(root, ['add', '--all'])
      gitIn(root, ['commit', '--quiet', '--message', 'Work'])
    },
  }
  app.git('init', '--quiet', '--initial-branch', 'main')
  app.commit()
  return app
}

/** A resource in the module shed, committed on a branch of its own that leaves from main. */
export async function resourceOnBranch(app: AppInGit, name: string, at: Date) {
  app.git('switch', '--quiet', '--create', name.toLowerCase(), 'main')
  const { files } = app
  await app.land(
    await planMakeResource({ files, name, fields: ['size:integer'], module: 'shed', at }),
  )
  app.commit()
}

/** What a person does to a merge: both sides where git leaves the choice, then by hand. */
export function mergeBothSides(app: AppInGit, branch: string): string[] {
  try {
    app.git('merge', '--quiet', '--no-edit', branch)
    return []
  } catch {
    return app.git('diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean)
  }
}

function gitIn(root: string, words: string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  return execFileSync('git', [...identity, ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  })
}
