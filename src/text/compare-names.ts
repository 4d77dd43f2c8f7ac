/** Orders names alike on every machine; `localeCompare` would ask for the language of its user. */
export const compareNames: (one: string, other: string) => number = new Intl.Collator('en').compare
