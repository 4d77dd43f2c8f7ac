import { ElifError, elifError } from '../errors/elif-error.ts'
import { nearest } from '../text/nearest.ts'
import type { CommandClass } from './command-table.ts'
import { typedBack } from './typed-back.ts'
import { usageOf } from './usage.ts'

/** The command that could not read its arguments, and its neighbours for a suggestion. */
export type CalledCommand = { id: string; Class: CommandClass; ids: readonly string[] }

/** oclif's complaint about arguments as a fault of ours; everything else as it came. */
export function readUsageFault(thrown: unknown, called: CalledCommand): unknown {
  if (!(thrown instanceof Error) || thrown instanceof ElifError || !('oclif' in thrown)) {
    return thrown
  }
  const flags = listOf(thrown, 'flags').map(String)
  if (flags[0] !== undefined) return unknownFlag(flags[0], called)
  const listed = listOf(thrown, 'args')
  const missing = listed.flatMap(nameOf)
  const usage = usageOf(called.id, called.Class)
  const help = typedBack(`${called.id} --help`)
  if (missing.length > 0) return elifError('argument-missing', { names: missing, usage })
  if (listed.length > 0) return extraWords(listed.map(String), called)
  const together = flagsTogether(thrown.message)
  if (together) return elifError(together.code, { ...together, help })
  return elifError('argument-invalid', { says: sentenceOf(thrown.message), usage, help })
}

/** Flags that do not go without or with one another; oclif keeps them in its sentence only. */
function flagsTogether(message: string) {
  const [, alone, needs] =
    /must be provided when using --([\w-]+): (--[\w, -]+)/.exec(message) ?? []
  if (alone !== undefined && needs !== undefined) {
    return { code: 'flag-alone' as const, flags: [`--${alone}`, ...needs.split(', ')] }
  }
  const [, one, other] =
    /--([\w-]+)(?:=.*)? cannot also be provided when using --([\w-]+)/.exec(message) ?? []
  if (one === undefined || other === undefined) return undefined
  return { code: 'flags-exclusive' as const, flags: [`--${one}`, `--${other}`] }
}

/** oclif says "Parsing --steps", then on a line of its own what was expected, then where help is. */
function sentenceOf(message: string): string {
  const [first = '', ...more] = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('See more help'))
  const says = [first.replace(/^Parsing (\S+)$/, '$1:'), ...more].join(' ')
  return says.replace(/\.?$/, '.')
}

function unknownFlag(flag: string, { id, Class }: CalledCommand): ElifError {
  const known = Object.keys({ ...Class.baseFlags, ...Class.flags })
  const near = nearest(flag.replace(/^-+/, ''), known)
  return elifError('flag-unknown', {
    flag,
    id,
    near: near && `--${near}`,
    help: typedBack(`${id} --help`),
  })
}

function extraWords(words: string[], { id, Class, ids }: CalledCommand): ElifError {
  const near = nearest(`${id}:${words[0]}`, ids)
  return elifError('argument-extra', {
    id,
    word: words[0] ?? '',
    near: near && near !== id ? typedBack(near) : undefined,
    usage: usageOf(id, Class),
  })
}

function listOf(fault: Error, key: string): unknown[] {
  const value: unknown = Reflect.get(fault, key)
  return Array.isArray(value) ? value : []
}

function nameOf(argument: unknown): string[] {
  if (typeof argument !== 'object' || argument === null || !('name' in argument)) return []
  return [String(argument.name)]
}
