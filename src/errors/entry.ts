/** One kind of fault: its sentence (what is wrong, with the value) and its hint (the way out). */
export type Entry<Values> = {
  says: (values: Values) => string
  hint: (values: Values) => string
}

/** Fixes the values an entry needs; entries are grouped by area and joined in `catalogue.ts`. */
export const entry = <Values>(words: Entry<Values>): Entry<Values> => words
