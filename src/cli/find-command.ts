/** What the words after `elif` mean, before any command is loaded. */
export type Called =
  | { kind: 'command'; id: string; argv: string[] }
  | { kind: 'help'; id?: string; topic?: string }
  | { kind: 'unknown'; words: string }

/**
 * Reads `make:controller X`, `make controller X`, `help make` and `make --help`. The longest command
 * wins, so a word that follows a command is its argument unless it completes a longer one.
 */
export function findCommand(argv: readonly string[], ids: readonly string[]): Called {
  const [first, ...rest] = argv
  if (first === undefined || isHelp(first)) return { kind: 'help' }
  if (first === 'help') return helpFor(rest, ids)
  const found = longestMatch(argv, (id) => ids.includes(id))
  const wantsHelp = beforeDashes(argv).some(isHelp)
  if (found && wantsHelp) return { kind: 'help', id: found.id }
  if (found) return { kind: 'command', ...found }
  const topic = longestMatch(argv, (id) => isTopic(id, ids))
  const words = wordsOf(argv)
  if (topic && wordsOf(topic.argv).length === 0) return { kind: 'help', topic: topic.id }
  return { kind: 'unknown', words: words.join(topic ? ':' : ' ') || first }
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
    if (accepts(id)) return { id, argv: argv.slice(count) }
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
