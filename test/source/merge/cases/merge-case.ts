/** Replacements in a text, one after the other. */
export type Edits = [from: string, to: string][]

/** A file and what both sides make of it. */
export type MergeCase = {
  name: string
  path?: string
  base?: string
  mine: Edits | string
  theirs: Edits | string
  /** What the merge makes of the base, or what it leaves to its owner. */
  merged: Edits | string | { mine: string; theirs: string }[]
}
