/** What the words after `elif` mean, before any command is loaded. */
export type Called =
  | { kind: 'command'; id: string; argv: string[] }
  | { kind: 'help'; id?: string; topic?: string }
  | { kind: 'version' }
  | { kind: 'unknown'; words: string; guesses: string[] }

/** Flags that every command has may stand before it. */
const everywhere = new Set(['--json', '--quiet', '-q', '--verbose', '--no-color'])

/**
 * Reads `make:controller X`, `make controller X`, `help make` and `make --help`. The longest command
 * wins, so a word that follows a command is its argument unless it completes a longer one.
 */
export function findCommand(argv: readonly string[], ids: readonly string[]): Called {
  const [first, ...rest] = argv
  if (first === undefined || isHelp(first)) return { kind: 'help' }
  if (first === '--version') return { kind: 'version' }
  if (everywhere.has(first)) return withFlag(first, findCommand(rest, ids))
  if (first === 'help') return helpFor(rest, ids)
  const found = longestMatch(argv, (id) => ids.includes(id))
  const wantsHelp = beforeDashes(argv).some(isHelp)
  if (found && wantsHelp) return { kind: 'help', id: found.id }
  if (found) return { kind: 'command', id: found.id, argv: argv.slice(found.count) }
  const topic = longestMatch(argv, (id) => isTopic(id, ids))
  const words = wordsOf(argv)
  if (topic && words.length === topic.count) return { kind: 'help', topic: topic.id }
  const guesses = [words.slice(0, 2).join(':'), words[0] ?? first]
  return { kind: 'unknown', words: words.slice(0, topic ? 2 : 1).join(' ') || first, guesses }
}

function withFlag(flag: string, called: Called): Called {
  return called.kind === 'command' ? { ...called, argv: [flag, ...called.argv] } : called
}

function helpFor(words: string[], ids: readonly string[]): Called {
  const called = findCommand(words, ids)
  if (called.kind === 'command') return { kind: 'help', id: called.id }
  return called
}

function longestMatch(argv: readonly string[], accepts: (id: string) => boolean) {
  const words = wordsOf(argv)
  for (let count = words.length; count > 0; count -= 1) {
    const id = words.slice(0, count).join(':').toLowerCase()
    if (accepts(id)) return { id, count }
  }
  return undefined
}

/** The leading words, up to the first flag. */
function wordsOf(argv: readonly string[]): string[] {
  const end = argv.findIndex((word) => word.startsWith('-'))
  return argv.slice(0, end === -1 ? argv.length : end)
}

function beforeDashes(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end === -1 ? argv : argv.slice(0, end)
}

const isHelp = (word: string) => word === '--help' || word === '-h'
const isTopic = (id: string, ids: readonly string[]) =>
  ids.some((each) => each.startsWith(`${id}:`))
