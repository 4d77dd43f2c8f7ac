// Prints the path of every module that is loaded from a file, for tests that bound their number.
import { writeSync } from 'node:fs'
import { registerHooks } from 'node:module'

registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) writeSync(2, `${url}\n`)
    return nextLoad(url, context)
  },
})
