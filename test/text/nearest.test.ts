import { expect, test } from 'vitest'

import { distanceBetween, nearest } from '../../src/text/nearest.ts'

const commands = ['dev', 'make:controller', 'make:migration', 'migrate', 'migrate:status', 'new']

test('a slip of the fingers finds the word that was meant', () => {
  expect(nearest('migrat', commands)).toBe('migrate')
  expect(nearest('make:contoller', commands)).toBe('make:controller')
  expect(nearest('migrate:statsu', commands)).toBe('migrate:status')
  expect(nearest('NEW', commands)).toBe('new')
  expect(nearest('dve', commands)).toBe('dev')
})

test('another word is not taken for a slip', () => {
  expect(nearest('deploy', commands)).toBeUndefined()
  expect(nearest('add', commands)).toBeUndefined()
  expect(nearest('', commands)).toBeUndefined()
})

test('letters inserted, dropped, replaced and swapped count one each', () => {
  expect(distanceBetween('cache', 'cache')).toBe(0)
  expect(distanceBetween('cahce', 'cache')).toBe(1)
  expect(distanceBetween('cach', 'cache')).toBe(1)
  expect(distanceBetween('caache', 'cache')).toBe(1)
  expect(distanceBetween('kache', 'cache')).toBe(1)
  expect(distanceBetween('', 'cache')).toBe(5)
})
