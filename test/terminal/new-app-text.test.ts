import { expect, test } from 'vitest'

import { nextCommands } from '../../src/terminal/new-app-text.ts'

const install = { command: 'npm', arguments: ['install'], why: '' }
const made = ["./elif make:resource Product name:string 'price:decimal(10,2)'", './elif dev']

const api = { preset: 'api' } as const

const first = (folder: string) => nextCommands({ ...api, folder, install: true, steps: [] })[0]

test('three commands follow a whole new app', () => {
  const steps = [{ ...install, result: 'done' }]
  expect(nextCommands({ ...api, folder: 'shop', install: true, steps })).toEqual([
    'cd shop',
    ...made,
  ])
})

test('without a database a controller is what to make first', () => {
  const minimal = { preset: 'minimal', folder: '', install: true } as const
  expect(nextCommands({ ...minimal, steps: [] })).toEqual([
    './elif make:controller Status',
    './elif dev',
  ])
})

test('a folder is quoted where a shell would take it apart, and left out when it is here', () => {
  expect(first('my apps/shop')).toBe("cd 'my apps/shop'")
  expect(first('-apps/shop')).toBe('cd ./-apps/shop')
  expect(first('')).toBe(made[0])
})

test('what was not done is typed before the rest', () => {
  const failed = [{ ...install, result: 'failed' }]
  expect(nextCommands({ ...api, folder: 'shop', install: true, steps: failed })[1]).toBe(
    'npm install',
  )
  expect(nextCommands({ ...api, folder: 'shop', install: false, steps: [] })[1]).toBe('npm install')
})
