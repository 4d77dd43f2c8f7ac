import { describe, expect, test } from 'vitest'

import { settingsIn, unreadSettings } from '../../src/template/format-settings.ts'
import { formatText, ownSettings } from '../../src/template/format-text.ts'

const reading = (files: Record<string, string>) => settingsIn((path) => files[path])

const unread = (files: Record<string, string>) => unreadSettings((path) => files[path])

describe('formatting', () => {
  test('uses the settings of the app', async () => {
    const text = 'const a = "x"; f({a})'
    expect(await formatText('a.ts', text)).toBe("const a = 'x'\nf({ a })\n")
    expect(await formatText('a.ts', text, { bracketSpacing: false })).toBe(
      'const a = "x";\nf({a});\n',
    )
  })

  test('lays each kind of file as the formatter does, and leaves what it does not know', async () => {
    expect(await formatText('package.json', '{"a":["b"]}')).toBe('{\n  "a": [\n    "b"\n  ]\n}\n')
    expect(await formatText('a.md', '* a\n')).toBe('- a\n')
    expect(await formatText('a.yml', "a:   'b'\n")).toBe("a: 'b'\n")
    expect(await formatText('.env', 'A = 1')).toBe('A = 1')
  })

  test('puts no comma into a generic that only JSX would need', async () => {
    expect(await formatText('a.ts', 'f = <A>(a:A) => a')).toBe('f = <A>(a: A) => a\n')
  })

  test('finds the settings where the formatter does', async () => {
    expect(await reading({ '.prettierrc.json': '{"semi":false}' })).toEqual({ semi: false })
    expect(await reading({ '.prettierrc': 'tabWidth: 4\nplugins: [x]\n' })).toEqual({ tabWidth: 4 })
    expect(await reading({ 'package.json': '{"prettier":{"semi":true}}' })).toEqual({ semi: true })
    expect(await reading({})).toEqual({})
    await expect(reading({ '.prettierrc': '{"semi":"no"}' })).rejects.toMatchObject({
      code: 'format-settings-invalid',
      at: { path: '.prettierrc' },
    })
  })
})

describe('the settings of an app', () => {
  test('are those that the formatter finds first', async () => {
    const manifest = '{"prettier":{"semi":true}}'
    const files = {
      'package.json': manifest,
      '.prettierrc': 'semi: false',
      '.prettierrc.json': '{}',
    }
    expect(await reading(files)).toEqual({ semi: true })
    expect(await reading({ '.prettierrc': 'semi: false', '.prettierrc.json': '{}' })).toEqual({
      semi: false,
    })
  })

  test('begin with what .editorconfig says of TypeScript', async () => {
    const editor = `root = true
[*]
indent_style = space
indent_size = 4
[*.{ts,js}]
max_line_length = 90
end_of_line = crlf
[*.md]
indent_size = 8
`
    expect(
      await reading({ '.editorconfig': editor, '.prettierrc.json': '{"semi":false}' }),
    ).toEqual({
      useTabs: false,
      tabWidth: 4,
      printWidth: 90,
      endOfLine: 'crlf',
      semi: false,
    })
    expect(
      await reading({ '.editorconfig': '[*.ts]\nindent_size = tab\ntab_width = 3\n' }),
    ).toEqual({ tabWidth: 3 })
    expect(await reading({ '.editorconfig': '[*]\nmax_line_length = off\n' })).toEqual({
      printWidth: Infinity,
    })
  })

  test('that cannot be read are a fault with its place, whatever else is broken', async () => {
    const broken = { 'package.json': '{', '.prettierrc': '{"semi":false' }
    await expect(reading(broken)).rejects.toMatchObject({
      code: 'format-settings-invalid',
      at: { path: '.prettierrc' },
    })
    expect(await reading({ 'package.json': '{' })).toEqual({})
  })

  test('that only the formatter can read are told, and a new app has others', async () => {
    const code = { 'prettier.config.js': 'export default {}' }
    const named = { 'package.json': '{"prettier":"@shop/prettier"}' }
    expect(await reading(code)).toEqual(ownSettings)
    expect(await reading(named)).toEqual(ownSettings)
    expect(await unread(code)).toBe('prettier.config.js')
    expect(await unread(named)).toBe('package.json')
    expect(await unread({ '.prettierrc': '{"overrides":[]}' })).toBe('.prettierrc')
    expect(await unread({ '.prettierrc.json': '{"semi":false}' })).toBeUndefined()
    expect(await unread({})).toBeUndefined()
  })
})
