import pluralize from 'pluralize'

/** Words that are used alike for one and for many, and that `pluralize` would twist. */
const ALIKE = ['data', 'metadata', 'media', 'kudos', 'feedback', 'staff', 'software', 'hardware']
/** Words whose other form `pluralize` does not know. */
const IRREGULAR = [
  ['canvas', 'canvases'],
  ['gas', 'gases'],
  ['lens', 'lenses'],
  ['alias', 'aliases'],
  ['atlas', 'atlases'],
  ['cache', 'caches'],
  ['leave', 'leaves'],
] as const

for (const word of ALIKE) pluralize.addUncountableRule(word)
for (const [one, many] of IRREGULAR) pluralize.addIrregularRule(one, many)

/** The form of a word for one of it; a word that is singular already stays as it is. */
export const singularOf = (word: string): string => pluralize.singular(word)

/** The form of a word for many of it; a word that is plural already stays as it is. */
export const pluralOf = (word: string): string => pluralize.plural(word)
