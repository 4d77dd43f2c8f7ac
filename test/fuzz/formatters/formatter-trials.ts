import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { addImport } from '../../../src/source/add-import.ts'
import { insertIntoRegion } from '../../../src/source/insert-into-region.ts'
import { removeFromRegion } from '../../../src/source/remove-from-region.ts'
import { removeImport } from '../../../src/source/remove-import.ts'
import { addReturnedMember, removeReturnedMember } from '../../../src/source/returned-member.ts'
import { listShapes } from '../../source/list-shapes.ts'
import type { CorpusFile } from '../corpus-files.ts'
import { trialsIn } from '../fuzz-file.ts'
import { createRandom, type Random } from '../random.ts'
import type { Trial } from '../trial.ts'
import { uses } from './uses.ts'

/** Lists of every shape, the page of a made app, and what is tried with files of the corpus. */
export function formatterTrials(files: CorpusFile[], seed: number): Trial[] {
  const random = createRandom(seed, 'formatters')
  return [...shapeTrials(), ...appTrials(), ...files.flatMap((file) => inFile(file, random))]
}

const leavesTheRest = () => true

const shapeTrials = (): Trial[] =>
  listShapes.map(({ name, path, before: source, entry }) => {
    const { add, remove } = inRegion('elif:x', entry)
    return { name, path, source, add, remove, leavesTheRest }
  })

const made = join(import.meta.dirname, '../../../fixtures/golden/make-resource/src')

/** What `make:module` does to the app's page, and a service more for a module. */
function appTrials(): Trial[] {
  const app = readFileSync(join(made, 'app.ts'), 'utf8')
  const module = readFileSync(join(made, 'modules/products/products-module.ts'), 'utf8')
  const build = 'const reviews = createReviewsModule(platform)'
  const request = { from: './modules/reviews/reviews-module.ts', names: ['elifThing'] }
  const importing = { add: addImport(request), remove: removeImport(request) }
  const member = { function: 'createProductsModule', member: 'reviews' }
  const returning = { add: addReturnedMember(member), remove: removeReturnedMember(member) }
  return [
    inApp('a module', app, inRegion('elif:modules', build)),
    inApp('the routes of a module', app, inRegion('elif:routes', 'http.register(reviews.routes)')),
    inApp('an import of a module', `${app}${uses}`, importing),
    inApp('what a module returns', module, returning),
  ]
}

const inApp = (name: string, source: string, edits: Pick<Trial, 'add' | 'remove'>): Trial => ({
  ...edits,
  name,
  path: 'app.ts',
  source,
  leavesTheRest,
})

const inRegion = (region: string, entry: string) => ({
  add: insertIntoRegion({ region, entry }),
  remove: removeFromRegion({ region, entry }),
})

function inFile(file: CorpusFile, random: Random): Trial[] {
  const trials = trialsIn(file.read(), file.path, random)
  return trials
    .filter((trial) => !isAmongImports(trial))
    .map((trial) => (/import/.test(trial.name) ? ofUsed(trial) : trial))
}

/** A region there is torn apart by whatever sorts imports, so elif never makes one. */
const isAmongImports = ({ source }: Trial): boolean => {
  const region = source.indexOf('#region elif:x')
  return region >= 0 && /^import\b/m.test(source.slice(region))
}

/** Where imports are organized, one that nothing uses is taken out again. */
function ofUsed(trial: Trial): Trial {
  return { ...trial, source: `${trial.source.trimEnd()}\n${uses}` }
}
