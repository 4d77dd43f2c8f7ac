const opening = 'export const elifUses'

/** Code that uses every name that a trial may import. */
export const uses = `${opening} = [elifThing, elifOther, elifDefault]
export type ElifUses = [ElifType, ElifOther]
`

/** The text without that code, however a formatter has laid it out. */
export function withoutUses(text: string): string {
  const start = text.lastIndexOf(opening)
  return start < 0 ? text : text.slice(0, start)
}
