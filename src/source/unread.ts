import { placeOf } from '../text/lines.ts'
import { type Editor, refused } from './edit.ts'
import { typescriptReader } from './readers.ts'

/** The same editor; what it refuses in a file that does not parse, it refuses for that reason. */
export const sayingUnread =
  (editor: Editor): Editor =>
  (source, path = 'source.ts') => {
    const edit = editor(source, path)
    if (edit.kind !== 'refused') return edit
    const [error] = typescriptReader().read(source, path).errors
    if (!error) return edit
    const { line } = placeOf(source, error.position)
    return refused(`It cannot be read: ${error.message} (line ${line}).`, edit.paste)
  }
