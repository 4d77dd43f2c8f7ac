import { hash } from 'node:crypto'

import { StartError } from '../lifecycle/start-error.ts'
import type { Actor } from '../security/actor.ts'
import type { FlagSettings } from './flag-settings.ts'

/** On, off, or on for a share in percent. */
type Switch = { on: boolean | number }
/** One of several, by their weights. */
type Choice = { variants: Record<string, number> }

type Definitions = Record<string, Switch | Choice>
type NamesOf<Flags, Kind> = {
  [Name in keyof Flags]: Flags[Name] extends Kind ? Name : never
}[keyof Flags] &
  string
type VariantOf<Flag> = Flag extends { variants: infer Variants } ? keyof Variants & string : never

/** Keeps the names of flags and variants as types. */
export const defineFlags = <const Flags extends Definitions>(flags: Flags): Flags => flags

/** Tells how flags stand, as they are defined or as the settings say instead. */
export function createFlags<Flags extends Definitions>(flags: Flags, settings: FlagSettings) {
  const standing: Definitions = { ...flags }
  for (const [name, value] of settings) {
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
    if (flag === undefined) throw new StartError(`FLAGS: src/flags.ts has no flag "${name}".`)
    standing[name] = overridden(name, flag, value)
  }

  return {
    isOn(name: NamesOf<Flags, Switch>, actor: Actor): boolean {
      const { on } = standing[name] as Switch
      if (typeof on === 'boolean') return on
      return on >= 100 || (placeOf(name, actor) ?? 100) < on
    },

    variantOf<Name extends NamesOf<Flags, Choice>>(name: Name, actor: Actor) {
      const { variants } = standing[name] as Choice
      return chosen(variants, placeOf(name, actor) ?? 0) as VariantOf<Flags[Name]>
    },
  }
}

function overridden(name: string, flag: Switch | Choice, value: string): Switch | Choice {
  if ('variants' in flag) {
    if (Object.hasOwn(flag.variants, value)) return { variants: { [value]: 1 } }
    const known = Object.keys(flag.variants).join(', ')
    throw new StartError(`FLAGS: ${name} has no variant "${value}". It has ${known}.`)
  }
  if (value === 'on' || value === 'off') return { on: value === 'on' }
  if (/^\d{1,2}$|^100$/.test(value)) return { on: Number(value) }
  throw new StartError(`FLAGS: ${name} is on, off or a number from 0 to 100, not "${value}".`)
}

/** Where an actor stands from 0 to 100, for this flag alone; undefined for one like all others. */
function placeOf(flag: string, actor: Actor): number | undefined {
  const name = actor.kind === 'anonymous' ? actor.session : actor.id
  if (name === undefined) return undefined
  const first = hash('sha256', `${flag} ${actor.kind} ${name}`, 'hex').slice(0, 8)
  return (Number.parseInt(first, 16) / 2 ** 32) * 100
}

function chosen(variants: Record<string, number>, place: number): string {
  const entries = Object.entries(variants)
  const whole = entries.reduce((sum, [, weight]) => sum + weight, 0)
  let passed = 0
  const found = entries.find(([, weight]) => {
    passed += weight
    return place < (passed / whole) * 100
  })
  return found?.[0] ?? entries[0]?.[0] ?? ''
}
