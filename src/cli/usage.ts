import type { CommandClass } from './command-table.ts'
import { typedBack } from './typed-back.ts'

/** How a command is written: `./elif make:controller NAME [--dry-run]`, flags of its own included. */
export function usageOf(id: string, { args = {}, strict, usage }: CommandClass): string {
  if (typeof usage === 'string') return typedBack(usage)
  const words = Object.entries(args).map(([name, { required }]) =>
    required ? name.toUpperCase() : `[${name.toUpperCase()}]`,
  )
  return typedBack([id, ...words, ...(strict === false ? ['...'] : [])].join(' '))
}
