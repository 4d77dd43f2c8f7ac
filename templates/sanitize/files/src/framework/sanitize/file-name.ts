import { cleanLine } from './clean-text.ts'

/** What a path, a shell or a file system would read as more than a letter. */
const special = /[/\\:*?"<>|%$`~#&;]/g
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const longest = 200

/** A name that is nothing but a name, wherever it is written: no path, not hidden, not reserved. */
export const fileName = () => cleanLine().overwrite(toFileName).min(1)

function toFileName(text: string) {
  const bare = text.replace(special, '-').replace(/^[.\s]+/, '')
  return shortened(bare.replace(reserved, '_$&')).replace(/[.\s]+$/, '')
}

/** File systems count bytes. The kind of a file stands at its end, and stays. */
function shortened(name: string) {
  if (Buffer.byteLength(name) <= longest) return name
  const [kind = ''] = /\.\w{1,10}$/.exec(name) ?? []
  let kept = ''
  for (const letter of name) {
    if (Buffer.byteLength(kept + letter + kind) > longest) return kept + kind
    kept += letter
  }
  return kept
}
