import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import { changeSetOf } from './scratch-app.ts'

/** Applies the changes it is given to the folder it is given, and prints what came of it. */
const [root = '', text = ''] = process.argv.slice(2)

const answer = await applyChangeSet(root, changeSetOf(...JSON.parse(text))).then(
  () => ({ code: 'applied' }),
  ({ code, message, hint }) => ({ code, says: message, hint }),
)
console.log(JSON.stringify(answer))
