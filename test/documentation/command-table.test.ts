import { expect, test } from 'vitest'

import { filesOf, textOf } from '../architecture/repository.ts'

test('the README names every command there is and no other', () => {
  const [, table = ''] = /## Commands\n([\s\S]*?)\n## /.exec(textOf('README.md')) ?? []
  const named = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)

  const commands = filesOf('commands/**/*.ts').map((path) =>
    path.replace('commands/', '').replace('.ts', '').replaceAll('/', ':'),
  )
  expect(named.toSorted()).toEqual(commands.toSorted())
})
