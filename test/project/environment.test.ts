import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { placeOfVariable, readEnvironment } from '../../src/project/environment.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

function rootWith(files: Record<string, string>) {
  const root = scratchFolder('elif-environment-')
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
  return root
}

const files = {
  '.env': 'A=shared\nB=shared\nC=shared\n',
  '.env.development': 'B=development\nC=development\n',
  '.env.staging': '\nB=staging\n',
}

test('a variable of the process wins, then that of the profile, then .env', () => {
  expect(readEnvironment(rootWith(files), { C: 'own', B: '', D: '' })).toEqual({
    A: 'shared',
    B: 'development',
    C: 'own',
    D: '',
  })
})

test('NODE_ENV is the profile, also where .env sets it', () => {
  const named = rootWith({ ...files, '.env': 'NODE_ENV=staging\n' })
  expect(readEnvironment(named, {})).toEqual({ NODE_ENV: 'staging', B: 'staging' })
  expect(readEnvironment(named, { NODE_ENV: 'development' })['B']).toBe('development')
})

test('the address of the database may lie in a file that a place names, and counts as of that place', () => {
  const address = 'postgres://own@localhost/own'
  const root = rootWith({ address: `${address}\n`, '.env': 'DATABASE_URL=postgres://weaker\n' })
  const read = (environment: Record<string, string>) =>
    readEnvironment(root, environment)['DATABASE_URL']
  expect(read({ DATABASE_URL_FILE: 'address' })).toBe(address)
  expect(read({ DATABASE_URL_FILE: join(root, 'address') })).toBe(address)
  expect(read({ DATABASE_URL_FILE: 'address', DATABASE_URL: 'postgres://own' })).toBe(
    'postgres://own',
  )
  expect(read({ DATABASE_URL_FILE: 'nowhere' })).toBe('postgres://weaker')
  const named = rootWith({ address, '.env': 'DATABASE_URL_FILE=address\n' })
  expect(readEnvironment(named, {})['DATABASE_URL']).toBe(address)
})

test('names the file and the line that decide', () => {
  const root = rootWith(files)
  expect(placeOfVariable(root, 'A', {})).toEqual({ path: '.env', line: 1 })
  expect(placeOfVariable(root, 'B', {})).toEqual({ path: '.env.development', line: 1 })
  expect(placeOfVariable(root, 'B', { NODE_ENV: 'staging' })).toEqual({
    path: '.env.staging',
    line: 2,
  })
  expect(placeOfVariable(root, 'D', {})).toEqual({ path: '.env' })
  expect(placeOfVariable(root, 'A', { A: 'own' })).toBeUndefined()
})
