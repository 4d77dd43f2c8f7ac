/** What an edit answers: the new text, "it is there already", or "I cannot, paste this". */
export type Edit =
  | { kind: 'changed'; text: string }
  | { kind: 'present' }
  | { kind: 'refused'; because: string; paste: string }

/**
 * A function from the text of a file to an answer. Synchronous: readers are opened before.
 * The path says which language it is and where a fault lies; without one it is TypeScript.
 */
export type Editor = (source: string, path?: string) => Edit

export const present: Edit = { kind: 'present' }
export const changed = (text: string): Edit => ({ kind: 'changed', text })
export const refused = (because: string, paste: string): Edit => ({
  kind: 'refused',
  because,
  paste,
})
