import { type Splice, spliced } from '../list/splice.ts'
import { isScript } from '../comments.ts'
import { mayHoldRegions, regionsRead } from '../region.ts'
import type { Sides } from './sides.ts'

/**
 * The texts of a merge in which the owner's own regions say in all of them what they say in mine,
 * so that a merge has nothing to change there.
 */
export function sameCustom(texts: Sides<string>, path: string): Sides<string> {
  const own = customIn(texts.mine, path)
  const olds = customIn(texts.base, path)
  const others = customIn(texts.theirs, path)
  const base = withInside(texts.base, olds, (name) => {
    if (!own.has(name)) return undefined
    return others.has(name) ? own.get(name)?.inside : null
  })
  const theirs = withInside(texts.theirs, others, (name) => {
    if (own.has(name)) return own.get(name)?.inside
    return olds.get(name)?.inside
  })
  return { base, mine: texts.mine, theirs }
}

type Custom = { from: number; to: number; whole: [number, number]; inside: string }

function customIn(source: string, path: string): Map<string, Custom> {
  if (!mayHoldRegions(source)) return new Map()
  const { regions, faults } = regionsRead(source, path)
  if (faults.length > 0) return new Map()
  const custom = regions.filter(({ name }) => name.startsWith('custom:'))
  return new Map(
    custom.map(({ name, from, to, opening, closing }) => {
      const whole: [number, number] = [opening.from, closing.to]
      return [name, { from, to, whole, inside: source.slice(from, to) }]
    }),
  )
}

/** Null takes the whole region out; undefined leaves it. */
function withInside(
  source: string,
  regions: Map<string, Custom>,
  wanted: (name: string) => string | null | undefined,
): string {
  const splices = [...regions].flatMap(([name, { from, to, whole }]): Splice[] => {
    const inside = wanted(name)
    if (inside === undefined) return []
    if (inside === null) return [{ from: whole[0], to: whole[1], text: '' }]
    return [{ from, to, text: inside }]
  })
  return spliced(source, splices)
}

/** Whether a text has every byte of the owner's regions of another one. */
export function keepsCustomOf(mine: string, text: string, path: string): boolean {
  if (!mayHoldRegions(mine) && !isScript(path)) return true
  const inside = (source: string) =>
    JSON.stringify([...customIn(source, path)].map(([name, each]) => [name, each.inside]))
  return inside(mine) === inside(text)
}
