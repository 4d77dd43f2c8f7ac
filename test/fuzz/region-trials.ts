import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { removeFromRegion } from '../../src/source/remove-from-region.ts'
import { entriesOf } from './entries.ts'
import { listsByKind, marked } from './marked.ts'
import { type Random, shuffled } from './random.ts'
import type { Trial } from './trial.ts'

/** Entries for regions in lists of several kinds, as many as there are and at most `count`. */
export function regionTrials(source: string, path: string, random: Random, count: number): Trial[] {
  const lists = shuffled([...listsByKind(source, path)], random).slice(0, count)
  return lists.flatMap(([kind, [first, ...others]]) => {
    const texts = entriesOf(kind)
    if (!first || !texts) return []
    const place = marked(source, path, random.pick([first, ...others]), random)
    if (!place) return []
    const wanted = { region: 'elif:x', entry: random.pick(texts) }
    const { head, tail } = place
    return {
      name: `region in ${kind}`,
      path,
      source: place.source,
      add: insertIntoRegion(wanted),
      remove: removeFromRegion(wanted),
      leavesTheRest: (text: string) => text.startsWith(head) && text.endsWith(tail),
    }
  })
}
