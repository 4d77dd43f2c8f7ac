import { describe, expect, test } from 'vitest'

import { regionFaults } from '../../src/source/region.ts'
import { rewriteOldMarkers } from '../../src/source/rewrite-old-markers.ts'
import { checkouts, edited } from './edited.ts'

const begin = '<<<ELIF:BEGIN agent-editable:price-rules>>>'
const end = '<<<ELIF:END agent-editable:price-rules>>>'

const styles: [path: string, before: string, after: string, code: string][] = [
  ['a.ts', '// ', '', `const text = '// ${begin}'`],
  ['a.js', '/* ', ' */', 'a()'],
  ['a.tsx', '//', '', 'a()'],
  ['a.yml', '# ', '', 'a: |\n  # <<<ELIF:BEGIN agent-editable:no>>>'],
  ['.env', '# ', '', 'A=1'],
  ['Dockerfile', '#', '', 'RUN a'],
  ['a.md', '<!-- ', ' -->', `\`<!-- ${begin} -->\``],
  ['a.html', '<!--', '-->', '<p>a</p>'],
  ['a.css', '/* ', ' */', 'a {}'],
]

describe.each(styles)('in %s the markers of an earlier elif', (path, before, after, code) => {
  const marked = (first: string, last: string) =>
    `${before}${first}${after}\n${code}\n${before}${last}${after}\n`
  const source = marked(begin, end)

  // YAML knows no tabs.
  const saved = checkouts.filter(([name]) => name !== 'tabs' || path !== 'a.yml')

  test.each(saved)('become a region of the owner’s and nothing else changes: %s', (_, as) => {
    const text = edited(rewriteOldMarkers, as(source), path)
    expect(text).toBe(as(marked('#region custom:price-rules', '#endregion custom:price-rules')))
    expect(rewriteOldMarkers(text, path)).toEqual({ kind: 'present' })
    expect(regionFaults(text, path)).toEqual([])
  })

  test('are left alone when one of them is missing', () => {
    const broken = `${before}${begin}${after}\n${code}\n`
    expect(rewriteOldMarkers(broken, path)).toEqual({
      kind: 'refused',
      because: 'The region custom:price-rules is never closed.',
      paste: '',
    })
  })
})

test('markers of both styles stand side by side', () => {
  const source = `// ${begin}\na()\n// ${end}\n// #region elif:x\n// #endregion elif:x\n`
  expect(edited(rewriteOldMarkers, source, 'a.ts')).toBe(
    '// #region custom:price-rules\na()\n// #endregion custom:price-rules\n// #region elif:x\n// #endregion elif:x\n',
  )
})

test('one that shares its line with code is no region, and stays', () => {
  const source = `a() // ${begin}\n// ${end}\n`
  expect(rewriteOldMarkers(source, 'a.ts').kind).toBe('refused')
})
