/** What says how a plan is carried out, not what it is. */
const aside = new Set(['--plan', '--prove', '--dry-run', '--diff', '--yes', '-y', '--json'])
const said = new Set(['--quiet', '-q', '--verbose', '--no-color'])

/** The words of a command that make the same plan again and tell it as JSON. */
export function typedAgain(id: string, argv: readonly string[]): string[] {
  const end = argv.indexOf('--')
  const before = argv.slice(0, end === -1 ? argv.length : end)
  const kept = before.filter((word) => !aside.has(word) && !said.has(word))
  return [id, '--dry-run', '--json', ...kept, ...argv.slice(before.length)]
}
