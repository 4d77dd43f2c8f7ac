/** `fast` is for while you work, `usual` is `npm test`, `full` takes the time it takes. */
export type Tier = 'fast' | 'usual' | 'full'

/** A program that is right or wrong as a whole; it counts as one test. */
export type Check = { name: string; command: string; arguments: string[] }

const typeChecks = [
  { name: 'type-check', command: 'tsc', arguments: ['--noEmit'] },
  {
    name: 'type-check of the templates',
    command: 'tsc',
    arguments: ['--noEmit', '-p', 'templates'],
  },
]

const otherChecks = [
  { name: 'lint', command: 'oxlint', arguments: ['--deny-warnings'] },
  { name: 'format', command: 'prettier', arguments: ['--check', '.', '--log-level', 'warn'] },
]

export const checksOf = (tier: Tier): Check[] =>
  tier === 'fast' ? typeChecks : [...typeChecks, ...otherChecks]

/** The vitest projects a tier runs. */
export const projectsOf = (tier: Tier): string[] =>
  tier === 'fast' ? ['fast'] : ['fast', 'thorough', 'without-oxc', 'slow']

/** What the tests themselves may ask: more pairs, more seeds. */
export const environmentOf = (tier: Tier): Record<string, string> =>
  tier === 'full' ? { ELIF_TEST_FULL: '1' } : {}
