import { expect, test } from 'vitest'

import type { Actor } from '../security/actor.ts'
import { FlagSettings } from './flag-settings.ts'
import { createFlags, defineFlags } from './flags.ts'

const definitions = defineFlags({
  open: { on: true },
  shut: { on: false },
  search: { on: 25 },
  price: { variants: { control: 50, blue: 30, red: 20 } },
})

const flagsWith = (text: string) => createFlags(definitions, FlagSettings.parse(text))
const flags = flagsWith('')
const anonymous: Actor = { kind: 'anonymous' }
const users: Actor[] = Array.from({ length: 10_000 }, (_, index) => ({
  kind: 'user',
  id: `${index}`,
}))
const share = (is: (actor: Actor) => boolean) => (users.filter(is).length / users.length) * 100

test('a flag is on or off for everybody', () => {
  expect([flags.isOn('open', anonymous), flags.isOn('shut', anonymous)]).toEqual([true, false])
})

test('a share of the users has a flag, always the same ones', () => {
  const has = (actor: Actor) => flags.isOn('search', actor)
  expect(Math.abs(share(has) - 25)).toBeLessThan(2)
  expect(users.filter(has)).toEqual(users.filter((actor) => flagsWith('').isOn('search', actor)))
})

test('whoever is in a share stays in it when it grows', () => {
  const more = flagsWith('search=60')
  const early = users.filter((actor) => flags.isOn('search', actor))
  expect(early.every((actor) => more.isOn('search', actor))).toBe(true)
  expect(Math.abs(share((actor) => more.isOn('search', actor)) - 60)).toBeLessThan(2)
})

test('one flag says nothing of another', () => {
  const two = createFlags(defineFlags({ one: { on: 50 }, other: { on: 50 } }), new Map())
  const both = share((actor) => two.isOn('one', actor) && two.isOn('other', actor))
  expect(Math.abs(both - 25)).toBeLessThan(2)
})

test('each user has one variant, by the weights of all', () => {
  const has = (variant: string) => share((actor) => flags.variantOf('price', actor) === variant)
  expect(Math.abs(has('control') - 50)).toBeLessThan(2)
  expect(Math.abs(has('blue') - 30)).toBeLessThan(2)
  expect(Math.abs(has('red') - 20)).toBeLessThan(2)
})

test('who cannot be told apart is in no share, and gets the first variant', () => {
  expect(flags.isOn('search', anonymous)).toBe(false)
  expect(flagsWith('search=100').isOn('search', anonymous)).toBe(true)
  expect(flags.variantOf('price', anonymous)).toBe('control')
})

test('the settings override what is defined', () => {
  const set = flagsWith('open=off, shut=on, price=red')
  expect([set.isOn('open', anonymous), set.isOn('shut', anonymous)]).toEqual([false, true])
  expect(set.variantOf('price', anonymous)).toBe('red')
})

test.each([
  ['opne=on', 'src/flags.ts has no flag "opne"'],
  ['constructor=on', 'src/flags.ts has no flag "constructor"'],
  ['search=half', 'search is on, off or a number from 0 to 100, not "half"'],
  ['price=green', 'price has no variant "green". It has control, blue, red.'],
])('FLAGS=%s stops the app at its start', (text, says) => {
  expect(() => flagsWith(text)).toThrow(says)
})

test('what is not name=value is told as every wrong setting is', () => {
  expect(FlagSettings.safeParse('search').error?.issues[0]?.message).toBe(
    'does not read "search" as name=value',
  )
})
