import { expect, test } from 'vitest'

import { addImport } from '../../src/source/add-import.ts'
import type { Editor } from '../../src/source/edit.ts'
import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { addReturnedMember } from '../../src/source/returned-member.ts'

const source = `export function create() {
  // #region elif:x
  // #endregion elif:x
  return {}
}
const broken = {{
`

test.each<[what: string, editor: Editor, paste: string]>([
  [
    'an import',
    addImport({ from: './a.ts', names: ['createA'] }),
    "import { createA } from './a.ts'",
  ],
  ['an entry', insertIntoRegion({ region: 'elif:x', entry: 'createA()' }), 'createA()'],
  ['a member', addReturnedMember({ function: 'create', member: 'a' }), 'return { a }'],
])(
  '%s for a file that does not parse is refused with the place of the fault',
  (_, editor, paste) => {
    expect(editor(source)).toEqual({
      kind: 'refused',
      because: expect.stringMatching(/^It cannot be read: .+ \(line [67]\)\.$/),
      paste,
    })
  },
)
