import { typescriptReader } from '../../src/source/readers.ts'
import { addReturnedMember, removeReturnedMember } from '../../src/source/returned-member.ts'
import { holdsInOrder } from './import-trials.ts'
import type { Random } from './random.ts'
import type { Trial } from './trial.ts'

const members: [string, ...string[]] = ['elifEntry', "'elif-entry': [1, 2]", 'elifEntry: () => {}']

/** A member for every exported function that returns an object. */
export function returnedTrials(source: string, path: string, random: Random): Trial[] {
  const reading = typescriptReader().read(source, path)
  return [...reading.topNames]
    .filter((name) => reading.exportedFunction(name)?.returned)
    .map((name) => {
      const wanted = { function: name, member: random.pick(members) }
      return {
        name: 'returned member',
        path,
        source,
        add: addReturnedMember(wanted),
        remove: removeReturnedMember(wanted),
        leavesTheRest: (text) => holdsInOrder(text, source),
      }
    })
}
