import { expect, test } from 'vitest'

import { catalogue } from '../../src/errors/catalogue.ts'
import { everyCase } from '../made-app/pairwise.ts'
import { printedCommands } from './printed-commands.ts'
import { complaint, isInstalled, shells } from './shells.ts'

type Says = (values: object) => string

/** A text with some values in it: words, and where they do not fit, lists or numbers. */
function filled(says: Says): string {
  const names = new Set<string | symbol>()
  attempt(says, new Proxy({}, { get: (_, name) => void names.add(name) }))
  const factors = Object.fromEntries([...names].map((name) => [name, kinds]))
  const text = everyCase(factors).reduce<string | undefined>(
    (found, values) => found ?? attempt(says, values),
    undefined,
  )
  if (text === undefined) throw new Error(`no values were found for ${String(says)}`)
  return text
}

function attempt(says: Says, values: object): string | undefined {
  try {
    return says(values)
  } catch {
    return undefined
  }
}

const kinds = ['word', ['word'], [{ path: 'word', kind: 'word', hunks: [] }], 7]

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
