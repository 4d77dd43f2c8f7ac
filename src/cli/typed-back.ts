import { basename, dirname, join, relative } from 'node:path'

import { statusOf } from '../files/file-system.ts'
import { shellWord } from '../text/shell-word.ts'

/** What the form of a command depends on. */
export type Surroundings = {
  folder: string
  entry: string
  environment: Record<string, string | undefined>
  platform: NodeJS.Platform
}

/** A command of elif as it works when pasted here: `./elif x` in an app, `npx elif x` outside. */
export function typedBack(command: string, where: Surroundings = surroundings()): string {
  return `${typedElif(where)} ${command}`.trim()
}

/** A text whose `./elif` (how everything below `cli` writes it) is put as it works here. */
export function typedIn(text: string, where?: Surroundings): string {
  return text.replaceAll(/(?<![\w./])\.\/elif(?= )/g, () => typedElif(where ?? surroundings()))
}

/** The word or words to call elif by. Never bare `elif`, which sh, bash and zsh reserve. */
function typedElif({ folder, entry, environment, platform }: Surroundings): string {
  const launcher = nearestLauncher(folder)
  if (launcher) return platform === 'win32' ? `node ${launcher}` : launcher
  if (entry.endsWith('dev.ts')) {
    const bootstrap = join(dirname(entry), 'bootstrap.js')
    return `node ${pathFrom(folder, bootstrap)} ${pathFrom(folder, entry)}`
  }
  const throughNpx = environment['npm_command'] === 'exec' || /[\\/]_npx[\\/]/.test(entry)
  if (throughNpx) return 'npx elif'
  if (basename(entry) === 'run.js') return `node ${pathFrom(folder, entry)}`
  return 'elifts'
}

/** A path as one word: relative where that is shorter. */
function pathFrom(folder: string, path: string): string {
  const near = relative(folder, path)
  return shellWord(near.length < path.length ? near : path)
}

function nearestLauncher(folder: string): string | undefined {
  for (let up = folder, path = './elif'; ; up = dirname(up)) {
    if (statusOf(join(up, 'elif.json')) && statusOf(join(up, 'elif'))) return path
    if (up === dirname(up)) return undefined
    path = path.startsWith('./') ? '../elif' : `../${path}`
  }
}

function surroundings(): Surroundings {
  return {
    folder: process.cwd(),
    entry: process.argv[1] ?? '',
    environment: process.env,
    platform: process.platform,
  }
}
