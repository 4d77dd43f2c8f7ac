import { basename } from 'node:path'

import { doors, free, mayKnow, roomOf } from './law.ts'
import type { Import, Module } from './read-module.ts'

/** A rule answers with a sentence for each place that breaks it. */
export type Rule = (module: Module) => string[]

const at = (module: Module, line: number, says: string) => `${module.path}:${line} ${says}`

/** A room knows its own floor and those below. */
export const floorRule: Rule = (module) => {
  if (!module.path.startsWith('src/')) return []
  const room = roomOf(module.path)
  const known = mayKnow(room)
  if (!known) return [at(module, 1, `lies in "${room}", a room the law does not name`)]

  const allowed = (each: Import) =>
    roomOf(each.to) === room ||
    (each.to.startsWith('src/') && known.includes(roomOf(each.to))) ||
    (room === 'terminal' && each.kind === 'type' && each.to.startsWith('src/'))
  return module.imports
    .filter((each) => each.from.startsWith('.') && !allowed(each))
    .map((each) => at(module, each.line, `${room} may not import ${each.to}`))
}

/** Each library has one door. */
export const doorRule: Rule = (module) => {
  const room = roomOf(module.path)
  return module.imports
    .filter((each) => !each.from.startsWith('.') && !free.includes(each.to))
    .filter((each) => !each.to.startsWith('node:') || each.to in doors)
    .filter((each) => !doors[each.to]?.includes(room))
    .map((each) => at(module, each.line, `${each.to} belongs to ${doorsOf(each.to)}, not ${room}`))
}

const doorsOf = (library: string) => doors[library]?.join(' and ') ?? 'no room yet'

/** A recipe sees its kit and nothing else of elif. */
export const recipeRule: Rule = (module) =>
  /^templates\/[^/]+\/recipe\.ts$/.test(module.path)
    ? module.imports
        .filter((each) => each.to !== 'src/recipe/kit.ts' && each.to !== 'zod')
        .map((each) => at(module, each.line, `a recipe may not import ${each.from}`))
    : []

/** What `cli` and `bin` alone may do, and what nobody may. */
export const useRule: Rule = (module) => {
  const edge = module.path.startsWith('src/cli/') || module.path.startsWith('bin/')
  return module.uses
    .filter((use) => !(edge && (use.name === 'console' || use.name === 'process.exit')))
    .filter((use) => !(use.name === 'export *' && module.path === kit))
    .map((use) => at(module, use.line, `uses ${use.name}`))
}

const kit = 'src/recipe/kit.ts'
const vague = /^(index|utils?|helpers?|types?|misc|common|shared|lib)\.ts$/

/** A file is named after what it exports, and exports something of its own. */
export const nameRule: Rule = (module) => {
  const { exports, path } = module
  return [
    ...(vague.test(basename(path)) ? [at(module, 1, 'has a name that says nothing')] : []),
    ...(exports.onlyOthers && path !== kit
      ? [at(module, 1, 'only hands on what others export')]
      : []),
    ...(exports.byDefault && path.startsWith('src/') ? [at(module, 1, 'exports by default')] : []),
  ]
}

/** One screen: no file over 250 lines, a command under 60. */
export const lengthRule: Rule = (module) => {
  const limit = module.path.startsWith('commands/') ? 59 : 250
  return module.lines > limit ? [at(module, limit, `is ${module.lines} lines long`)] : []
}

/** The spread of lengths that keeps a house easy to walk. */
export function lengthFigures(modules: Module[]): { median: number; nineInTen: number } {
  const lengths = modules.map((module) => module.lines).toSorted((a, b) => a - b)
  const share = (part: number) =>
    lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * part))]
  return { median: share(0.5) ?? 0, nineInTen: share(0.9) ?? 0 }
}
