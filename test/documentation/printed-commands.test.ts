import { expect, test } from 'vitest'

import { catalogue } from '../../src/errors/catalogue.ts'
import { printedCommands } from './printed-commands.ts'
import { complaint, isInstalled, shells } from './shells.ts'

type Says = (values: object) => string

/** A text with words for its values; where a word does not fit, a list, then a number. */
function filled(says: Says): string {
  const tries = new Map<string | symbol, number>()
  for (let count = 0; count < 20; count += 1) {
    let last: string | symbol = ''
    const values = new Proxy({}, { get: (_, name) => kinds[tries.get((last = name)) ?? 0] })
    try {
      return says(values)
    } catch {
      tries.set(last, (tries.get(last) ?? 0) + 1)
    }
  }
  throw new Error(`no values were found for ${String(says)}`)
}

const kinds = ['word', ['word'], [{ path: 'word', kind: 'word' }], 7]

test('every command in the sentences and hints of errors is one that all shells take', () => {
  const entries = Object.values(catalogue as unknown as Record<string, { says: Says; hint: Says }>)
  const texts = entries.flatMap(({ says, hint }) => [filled(says), filled(hint)])
  const commands = texts.flatMap(printedCommands)
  const installed = shells.filter(isInstalled)
  const against = commands.flatMap((line) =>
    installed.flatMap((shell) => complaint(shell, line) ?? []),
  )

  expect(against).toEqual([])
  expect(commands.length).toBeGreaterThan(5)
  expect(
    texts.filter((text) => /(^|[:,] )elif (new|make|migrate|dev|doctor|db)\b/.test(text)),
  ).toEqual([])
})

test('a command is read up to the end of its sentence', () => {
  const text = [
    "Make one: ./elif make:resource Product name:string 'price:decimal(10,2)'. Then go on.",
    '  npm install',
    'Applied (../elif migrate shows it).',
  ].join('\n')
  expect(printedCommands(text)).toEqual([
    "./elif make:resource Product name:string 'price:decimal(10,2)'",
    'npm install',
    '../elif migrate shows it',
  ])
})
