import { addImport } from './add-import.ts'
import { type Editor, changed, present, refused } from './edit.ts'
import { typescriptReader } from './readers.ts'
import { together } from './together.ts'
import { withoutComments } from './without-comments.ts'

/** A call as it is written, `findSources(process.env)`, and the function that it shall be given to. */
export type Wrapping = { call: string; by: { name: string; from: string } }

/** Gives what a call answers to a function, which is imported: `withSecrets(findSources(process.env))`. */
export function wrapCall({ call, by }: Wrapping): Editor {
  const wrapped = `${by.name}(${call})`
  return together(addImport({ from: by.from, names: [by.name] }), (source, path = 'source.ts') => {
    const code = withoutComments(source, typescriptReader().read(source, path))
    if (code.includes(wrapped)) return present
    const at = code.indexOf(call)
    const isOne = at !== -1 && code.indexOf(call, at + 1) === -1
    if (!isOne) return refused(`${call} is not written there once.`, wrapped)
    return changed(source.slice(0, at) + wrapped + source.slice(at + call.length))
  })
}
