import { planMakeController } from '../../src/actions/make-controller.ts'
import { planMakeMigration } from '../../src/actions/make-migration.ts'
import { planMakeModule } from '../../src/actions/make-module.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planNewApp } from '../../src/actions/new-app.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { scratchFolder } from '../files/scratch-folder.ts'
import { carriedOut, type Tree, version } from './upgraded.ts'

const product = ['name:string', 'price:decimal(10,2)', 'description:text?', 'available:boolean']
const review = ['stars:integer', 'state:enum(new,shown)', 'soldAt:timestamp?', 'data:json?']
const at = new Date('2026-11-20T20:08:00Z')

/** What this elif makes of the commands by which the old apps were made. */
export const madeToday = (): Promise<Tree> => (made ??= make())

let made: Promise<Tree> | undefined

async function make(): Promise<Tree> {
  const root = `${scratchFolder('elif-upgrade-')}/shop`
  const place = { root, packageName: 'shop', typed: 'shop', install: false, git: false }
  let tree = carriedOut({}, await planNewApp({ ...place, version, preset: 'api', at }))
  const files = () => memoryFiles(tree)
  const makers = [
    () => planMakeResource({ files: files(), name: 'Product', fields: product, at }),
    () => {
      const fields = [...review, 'on:date']
      return planMakeResource({ files: files(), name: 'Review', fields, module: 'products', at })
    },
    () => planMakeController({ files: files(), name: 'Status' }),
    () => planMakeMigration({ files: files(), name: 'add-stock', at }),
    () => planMakeModule({ files: files(), name: 'order-desk' }),
  ]
  for (const maker of makers) tree = carriedOut(tree, await maker())
  return tree
}
