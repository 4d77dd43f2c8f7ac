import type { ListKind } from '../../src/source/reading.ts'

type Entries = readonly [string, ...string[]]

const values: Entries = [
  'elifEntry(1, "a,b")',
  'async () => {\n  await elifEntry({\n    a: `\n// #endregion elif:x\n  b`,\n  })\n}',
  "(elifEntry, '// #region elif:x')",
]
const types: Entries = ['ElifEntry', "Map<'elif', { a: 1; b: [c: 2] }>"]

/** What is put into lists: short and long, with signs in strings that look like syntax. */
export const entries: { [Kind in ListKind]?: Entries } = {
  array: values,
  arguments: values,
  object: [
    'elifEntry: [1, `// #endregion elif:x`]',
    'elifEntry',
    "'elif-entry': {\n  a: 1,\n\n  b() {\n    return `\n  c`\n  },\n}",
    'async elifEntry({ a }) {\n  // #region of its own\n  return a // , last\n}',
  ],
  enum: ['ElifEntry = "x"', "'elif-entry' = 7"],
  tuple: [...types, '(elif: Entry) => void'],
  union: types,
  type: ['elifEntry: { a: 1 }', "elifEntry(a: 'b,;', c?: D): void", "readonly 'elif-entry'?: E"],
  class: [
    'elifEntry = { a: 1, };',
    'async elifEntry(): Promise<void> {\n  await `\n a`\n}',
    '@elif({ a: [1] })\nelifEntry() {}',
    'static readonly elifEntry = 1',
  ],
  statements: [
    'elifEntry();',
    'const elifEntry = createElif({\n  a: `\n b`,\n})',
    'if (elifEntry) {\n  // why\n  run(elifEntry)\n}',
    '// why\nelifEntry.register(elif)',
    'function elifEntry() {\n  return [\n    1,\n  ]\n}',
  ],
  children: [
    '<Elif entry="a > b">{`\n  c`}</Elif>',
    '{elifEntry.map((a) => (\n  <Elif key={a} />\n))}',
    '<>\n  <Elif />\n</>',
  ],
  cases: ['case "elifEntry": break;', 'case elifEntry: {\n  run()\n  break\n}'],
}

export const entriesOf = (kind: ListKind): Entries | undefined => entries[kind]
