import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { elifHere, newApp, type Place } from './place.ts'
import { inRounds, type Timed } from './rounds.ts'
import { timedNode } from './timed-program.ts'

/** Commands against bare node and against Nest's; each writing run has a fresh place or name. */
export async function benchCommands(place: Place, nest: string): Promise<Timed[]> {
  const { environment } = place
  const app = newApp(place, 'controllers')
  timedNode(['elif', 'make:module', 'catalog'], { cwd: app, environment })
  const nestApp = newNestApp(place, nest, 'nest-controllers')
  const [elifApps, nestApps] = [folderIn(place, 'elif-apps'), folderIn(place, 'nest-apps')]

  return inRounds([
    { name: 'node -e 0', run: async () => timedNode(['-e', '0'], place) },
    { name: 'elif --version', run: async () => timedNode([elifHere, '--version'], place) },
    {
      name: 'elif make:controller',
      run: async (round) =>
        timedNode([elifHere, 'make:controller', `Lamp${word(round)}`, '--module', 'catalog'], {
          cwd: app,
          environment,
        }),
    },
    {
      name: 'nest generate controller',
      run: async (round) =>
        timedNode([nest, 'generate', 'controller', `lamp-${word(round)}`], { cwd: nestApp }),
    },
    {
      name: 'elif new --no-install --no-git',
      run: async (round) =>
        timedNode([elifHere, 'new', `shop-${round}`, '--no-install', '--no-git', '--yes'], {
          cwd: elifApps,
          environment,
        }),
    },
    {
      name: 'nest new --skip-install --skip-git',
      run: async (round) => timedNode(nestNew(nest, `shop-${round}`), { cwd: nestApps }),
    },
  ])
}

/** Names that differ in letters, because a digit at the end of a noun means something else. */
const word = (round: number) => String.fromCodePoint(97 + round).repeat(3)

const nestNew = (nest: string, name: string) =>
  [nest, 'new', name, '--skip-install', '--skip-git', '--package-manager', 'npm'] as string[]

function newNestApp(place: Place, nest: string, name: string): string {
  timedNode(nestNew(nest, name), { cwd: place.cwd })
  return join(place.cwd, name)
}

function folderIn({ cwd }: Place, name: string): string {
  mkdirSync(join(cwd, name))
  return join(cwd, name)
}
