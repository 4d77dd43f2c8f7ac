import type { Comment, Span } from '../reading.ts'
import type { DocumentLanguage } from './document.ts'
import { linesIn, squeezed, within } from './lines-in.ts'
import { hashComment } from './plain-lines.ts'
import { remembered } from './remembered.ts'

type Instruction = Span & { code: string }

/** Instructions that may go on over several lines: behind an escape and in here-documents. */
export const dockerfile: DocumentLanguage = {
  comments: (source) => read(source).comments,
  entries(source, lines) {
    const instructions = within(read(source).instructions, lines)
    return instructions?.map(({ start, end, code }) => ({ start, end, identity: code, keys: [] }))
  },
}

/** What Dockerfiles for Windows begin with, where a `\` parts folders. */
const escapesByBacktick =
  /^\ufeff?(?:#[ \t]*\w+[ \t]*=.*\n)*#[ \t]*escape[ \t]*=[ \t]*`[ \t]*\r?(?:\n|$)/i

const read = remembered(instructionsIn)

function instructionsIn(source: string): { comments: Comment[]; instructions: Instruction[] } {
  const comments: Comment[] = []
  const instructions: Instruction[] = []
  let open: Instruction | undefined
  let documents: string[] = []
  const escape = escapesByBacktick.test(source) ? /`[ \t]*$/ : /\\[ \t]*$/
  for (const { start, end } of linesIn(source)) {
    const line = source.slice(start, end)
    const comment = documents.length > 0 ? [] : hashComment(source, start, end)
    comments.push(...comment)
    if (comment.length > 0 || (line.trim() === '' && documents.length === 0)) continue
    if (documents.length === 0) documents = documentsIn(line)
    else if (line.trim() === documents[0]) documents = documents.slice(1)
    const goesOn = documents.length > 0 || escape.test(line)
    const code = squeezed(line.replace(escape, ''))
    const said: Instruction = open
      ? { ...open, end, code: `${open.code} ${code}` }
      : { start, end, code }
    open = goesOn ? said : undefined
    if (!goesOn) instructions.push(said)
  }
  // What is never finished reaches beyond the file.
  if (open) instructions.push({ ...open, end: source.length + 1 })
  return { comments, instructions }
}

/** The words that end the here-documents which a line opens. */
const documentsIn = (line: string): string[] =>
  [...line.matchAll(/<<-?\s*(["']?)([A-Za-z_]\w*)\1/g)].flatMap(([, , word]) => word ?? [])
