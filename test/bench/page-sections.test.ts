import { expect, test } from 'vitest'

import { sectionOf, withSection, withSectionsOf } from './page-sections.ts'

const page = '# Results\n\n## One\n\n1\n\n## Two\n\n### a\n\n2\n'

test('a part takes the place of the earlier one with its heading', () => {
  expect(withSection(page, '## One\n\n3\n')).toBe(
    '# Results\n\n## One\n\n3\n\n## Two\n\n### a\n\n2\n',
  )
})

test('a new part goes to the end', () => {
  expect(withSection('# Results\n', '## One\n\n3\n')).toBe('# Results\n\n## One\n\n3\n')
})

test('a new page keeps the parts that it does not have itself', () => {
  expect(withSectionsOf('# New\n\n## One\n\n3\n', page)).toBe(
    '# New\n\n## One\n\n3\n\n## Two\n\n### a\n\n2\n',
  )
  expect(withSectionsOf('# New\n', '')).toBe('# New\n')
})

test('a page says nothing of what was not recorded', () => {
  expect(sectionOf(page, '## Two')).toBe('## Two\n\n### a\n\n2\n')
  expect(sectionOf(page, '## Three')).toBe('')
})
