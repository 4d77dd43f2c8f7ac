import { createHash } from 'node:crypto'

/** The hash of a text as git stores it: with LF, so that a CRLF checkout has the same. */
export const sha256 = (text: string) =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
