/** A program that makes one edit, with the readers opened before (`opened`) or not, and shows it. */
import { insertIntoRegion } from '../../../src/source/insert-into-region.ts'
import { openReaders } from '../../../src/source/readers.ts'

const [how = ''] = process.argv.slice(2)
if (how === 'opened') await openReaders()
const source = 'const list = [\n  // #region elif:x\n  a,\n  // #endregion elif:x\n]\n'
const edit = insertIntoRegion({ region: 'elif:x', entry: 'b' })(source)
const oxc = await import('oxc-parser').then(
  () => 'loads',
  () => 'does not load',
)
console.log(JSON.stringify({ edit, oxc }))
