import { expect, test } from 'vitest'

import { findCommand } from '../../src/cli/find-command.ts'

const ids = ['dev', 'make:controller', 'make:resource', 'migrate', 'migrate:status', 'new']
const found = (line: string) => findCommand(line.split(' ').filter(Boolean), ids)
const unknown = (words: string, guesses: string[]) => ({ kind: 'unknown', words, guesses })

test('a command is called with colons and with spaces', () => {
  expect(found('migrate:status --json')).toEqual({
    kind: 'command',
    id: 'migrate:status',
    argv: ['--json'],
  })
  expect(found('migrate status --json')).toEqual(found('migrate:status --json'))
  expect(found('make resource Product name:string')).toEqual({
    kind: 'command',
    id: 'make:resource',
    argv: ['Product', 'name:string'],
  })
})

test('a word that completes no longer command is an argument', () => {
  expect(found('migrate statsu')).toEqual({ kind: 'command', id: 'migrate', argv: ['statsu'] })
  expect(found('new dev')).toEqual({ kind: 'command', id: 'new', argv: ['dev'] })
})

test('an argument keeps its case, and what follows -- belongs to the command', () => {
  expect(found('New Shop -- --help')).toEqual({
    kind: 'command',
    id: 'new',
    argv: ['Shop', '--', '--help'],
  })
})

test('flags that every command has may stand before it', () => {
  expect(found('--json --quiet migrate status')).toEqual({
    kind: 'command',
    id: 'migrate:status',
    argv: ['--json', '--quiet'],
  })
})

test('help is asked for before, after and instead of a command', () => {
  expect(found('')).toEqual({ kind: 'help' })
  expect(found('--help')).toEqual({ kind: 'help' })
  expect(found('help')).toEqual({ kind: 'help' })
  expect(found('help migrate status')).toEqual({ kind: 'help', id: 'migrate:status' })
  expect(found('migrate --help')).toEqual({ kind: 'help', id: 'migrate' })
  expect(found('dev -h')).toEqual({ kind: 'help', id: 'dev' })
})

test('a topic alone is answered with its commands', () => {
  expect(found('make')).toEqual({ kind: 'help', topic: 'make' })
  expect(found('make --help')).toEqual({ kind: 'help', topic: 'make' })
  expect(found('help make')).toEqual({ kind: 'help', topic: 'make' })
})

test('what is no command is told in the words that were typed', () => {
  expect(found('frob')).toEqual(unknown('frob', ['frob', 'frob']))
  expect(found('make:contoller X')).toEqual(
    unknown('make:contoller', ['make:contoller:X', 'make:contoller']),
  )
  expect(found('make contoller X')).toEqual(unknown('make contoller', ['make:contoller', 'make']))
  expect(found('help frob')).toEqual(unknown('frob', ['frob', 'frob']))
  expect(found('--frob')).toEqual(unknown('--frob', ['', '--frob']))
})
