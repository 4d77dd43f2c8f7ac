import { expect, test } from 'vitest'

import { typedAgain } from '../../src/cli/typed-again.ts'

test('the same plan is asked for again, without how it is carried out', () => {
  const argv = ['Product', 'name:string', '--prove', '-y', '--plan', '--module', 'x', '--force']
  expect(typedAgain('make:resource', argv)).toEqual([
    'make:resource',
    '--dry-run',
    '--json',
    'Product',
    'name:string',
    '--module',
    'x',
    '--force',
  ])
  expect(typedAgain('make:module', ['--json', '--', '--plan'])).toEqual([
    'make:module',
    '--dry-run',
    '--json',
    '--',
    '--plan',
  ])
})
