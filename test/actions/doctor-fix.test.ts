import { expect, test } from 'vitest'

import { checkApp } from '../../src/actions/check.ts'
import { planFixes } from '../../src/actions/doctor-fix.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { shopFiles } from '../check/shop.ts'

const whole = shopFiles()
const app = 'src/app.ts'
const kites = 'src/modules/kites/kites-module.ts'
const mounted = whole[app] ?? ''
const unmounted = mounted.replace(/.*(createKites|kites\.routes|kites-module).*\n/gu, '')

const old = `export function quote(net: number) {
  // <<<ELIF:BEGIN agent-editable:prices>>>
  const gross = net * 1.2
  // <<<ELIF:END agent-editable:prices>>>
  return gross
}
`
const today = old
  .replace('<<<ELIF:BEGIN agent-editable:prices>>>', '#region custom:prices')
  .replace('<<<ELIF:END agent-editable:prices>>>', '#endregion custom:prices')

/** What the plan makes of some files, and what is found after it. */
async function fixed(changes: Record<string, string>) {
  const files = { ...whole, ...changes }
  const { changeSet } = await planFixes(memoryFiles(files))
  const { notices, steps } = changeSet
  expect({ notices, steps }).toEqual({ notices: [], steps: [] })
  const texts: Record<string, string> = {}
  for (const change of changeSet.changes) {
    if (change.kind === 'edit') texts[change.path] = change.after
  }
  const { findings } = await checkApp(memoryFiles({ ...files, ...texts }))
  return { texts, left: findings.map(({ code, at }) => `${code} ${at.path}`) }
}

test('plans nothing for an app in which nothing is wrong', async () => {
  const { changeSet, command } = await planFixes(memoryFiles(whole))
  expect(command).toBe('doctor --fix')
  expect(changeSet).toEqual({ changes: [], notices: [], steps: [] })
})

test('writes the markers of an earlier elif as custom regions', async () => {
  const env =
    '# <<<ELIF:BEGIN agent-editable:keys>>>\r\nA=1\r\n# <<<ELIF:END agent-editable:keys>>>\r\n'
  expect(await fixed({ 'src/quote.ts': old, '.env.example': env })).toEqual({
    texts: {
      '.env.example': '# #region custom:keys\r\nA=1\r\n# #endregion custom:keys\r\n',
      'src/quote.ts': today,
    },
    left: [],
  })
})

const base = '.elif/base/src/app.ts.base'

test.each([
  ['closing', /(#endregion elif:)modules/u],
  ['opening', /(#region elif:)modules/u],
])('gives the %s marker the name back that elif had rendered', async (_, marker) => {
  const misnamed = mounted.replace(marker, '$1moduls')
  expect(await fixed({ [app]: misnamed, [base]: unmounted })).toEqual({
    texts: { [app]: mounted },
    left: [],
  })
  // Without a base nobody knows which of the two names is meant.
  expect(await fixed({ [app]: misnamed })).toEqual({ texts: {}, left: [`region-unclosed ${app}`] })
})

test('leaves a region to its owner when more than a name is wrong', async () => {
  const misnamed = mounted
    .replace(/(#endregion elif:)modules/u, '$1moduls')
    .replace(/.*#endregion elif:routes\n/u, '')
  expect(await fixed({ [app]: misnamed, [base]: unmounted })).toEqual({
    texts: {},
    left: [`region-unclosed ${app}`],
  })
})

test('mounts a module that app.ts does not know, as make:module does', async () => {
  const [line = ''] = /^import .*kites-module.*\n/mu.exec(mounted) ?? []
  const imported = mounted.replace(line, '').replace(/import .*platform\.ts'\n/u, `$&${line}`)
  expect(await fixed({ [app]: unmounted })).toEqual({ texts: { [app]: imported }, left: [] })
})

test('registers the routes of a module that is only built', async () => {
  const built = mounted.replace(/.*kites\.routes.*\n/u, '')
  expect(await fixed({ [app]: built })).toEqual({ texts: { [app]: mounted }, left: [] })
})

test.each([
  ['exports another function', kites, (whole[kites] ?? '').replace('createKites', 'makeKites')],
  ['has the name of something else', 'src/modules/http/http-module.ts', 'export const a = 1\n'],
  ['lies deeper', 'src/modules/a/b/c-module.ts', 'export const a = 1\n'],
])('leaves a module to its owner that %s', async (_, path, text) => {
  const isKites = path === kites
  expect(await fixed({ [path]: text, ...(isKites ? { [app]: unmounted } : {}) })).toEqual({
    texts: {},
    left: [`module-not-imported ${path}`],
  })
})

test.each([
  ['markers that are not whole', old.replace(/.*ELIF:END.*\n/u, ''), 'region-unclosed'],
  ['a file that does not parse', `${old}const = 1\n`, 'source-broken'],
])('leaves %s to their owner', async (_, text, code) => {
  expect(await fixed({ 'src/quote.ts': text })).toEqual({
    texts: {},
    left: [`${code} src/quote.ts`],
  })
})
