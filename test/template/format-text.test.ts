import { describe, expect, test } from 'vitest'

import { settingsIn } from '../../src/template/format-settings.ts'
import { formatText } from '../../src/template/format-text.ts'

const reading = (files: Record<string, string>) => settingsIn((path) => files[path])

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
