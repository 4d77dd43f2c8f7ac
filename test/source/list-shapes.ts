/** A list as people write it, an entry, and the list with the entry. `before` holds elif:x. */
export type ListShape = { name: string; path: string; before: string; entry: string; after: string }

const shape = (name: string, entry: string, before: string, after: string): ListShape => ({
  name,
  path: name.startsWith('the children') ? 'page.tsx' : 'source.ts',
  entry,
  before: `${before}\n`,
  after: `${after}\n`,
})

const region = '// #region elif:x'
const end = '// #endregion elif:x'

export const listShapes: ListShape[] = [
  shape(
    'an array with trailing comma',
    'b',
    `const list = [\n  ${region}\n  a,\n  ${end}\n]`,
    `const list = [\n  ${region}\n  a,\n  b,\n  ${end}\n]`,
  ),
  shape(
    'an array without trailing comma, a comment behind its last entry',
    'b',
    `const list = [\n  ${region}\n  a // hi\n  ${end}\n]`,
    `const list = [\n  ${region}\n  a, // hi\n  b\n  ${end}\n]`,
  ),
  shape(
    'an empty array',
    'b',
    `const list = [\n  ${region}\n  ${end}\n]`,
    `const list = [\n  ${region}\n  b,\n  ${end}\n]`,
  ),
  shape(
    'an array whose entry outside has no comma',
    'b',
    `const list = [\n  first // x, y\n  ${region}\n  ${end}\n]`,
    `const list = [\n  first // x, y\n  ${region}\n  , b\n  ${end}\n]`,
  ),
  shape(
    'an array with entries on both sides',
    'b',
    `const list = [\n  first,\n  ${region}\n  ${end}\n  last\n]`,
    `const list = [\n  first,\n  ${region}\n  b,\n  ${end}\n  last\n]`,
  ),
  shape(
    'an array with commas first',
    'b',
    `const list = [\n  first\n  ${region}\n  ${end}\n  , last\n]`,
    `const list = [\n  first\n  ${region}\n  , b\n  ${end}\n  , last\n]`,
  ),
  shape(
    'markers in strings, templates and regular expressions',
    'b',
    `const s = '${region}', t = \`\n${region}\n\`, q = /\\/\\/ #region elif:x/\nconst list = [\n  ${region}\n  '${end}',\n  ${end}\n]`,
    `const s = '${region}', t = \`\n${region}\n\`, q = /\\/\\/ #region elif:x/\nconst list = [\n  ${region}\n  '${end}',\n  b,\n  ${end}\n]`,
  ),
  shape(
    'an object',
    'd: () => [1, 2]',
    `const map = {\n  ${region}\n  a,\n  b: {\n    c: 1\n  }\n  ${end}\n}`,
    `const map = {\n  ${region}\n  a,\n  b: {\n    c: 1\n  },\n  d: () => [1, 2]\n  ${end}\n}`,
  ),
  shape(
    'the arguments of a call',
    'b()',
    `compose(\n  ${region}\n  ${end}\n)`,
    `compose(\n  ${region}\n  b(),\n  ${end}\n)`,
  ),
  shape(
    'an enum',
    "B = 'b'",
    `enum Letter {\n  ${region}\n  A = 'a'\n  ${end}\n}`,
    `enum Letter {\n  ${region}\n  A = 'a',\n  B = 'b'\n  ${end}\n}`,
  ),
  shape(
    'a tuple',
    'B',
    `type Pair = [\n  ${region}\n  A,\n  ${end}\n]`,
    `type Pair = [\n  ${region}\n  A,\n  B,\n  ${end}\n]`,
  ),
  shape(
    'an interface with semicolons',
    'b: B',
    `interface Needs {\n  ${region}\n  a: A;\n  ${end}\n}`,
    `interface Needs {\n  ${region}\n  a: A;\n  b: B;\n  ${end}\n}`,
  ),
  shape(
    'a type without signs',
    'b: B',
    `type Needs = {\n  ${region}\n  a: A\n  ${end}\n}`,
    `type Needs = {\n  ${region}\n  a: A\n  b: B\n  ${end}\n}`,
  ),
  shape(
    'a pattern with a type, in which there are commas',
    'b',
    `function f({\n  ${region}\n  a,\n  ${end}\n}: { a: A, b: B }) {}`,
    `function f({\n  ${region}\n  a,\n  b,\n  ${end}\n}: { a: A, b: B }) {}`,
  ),
  shape(
    'a class, with a template literal in the entry',
    'b = `\n keep\n`',
    `class Box {\n  ${region}\n  a = 1\n  ${end}\n  m() {}\n}`,
    `class Box {\n  ${region}\n  a = 1\n  b = \`\n keep\n\`\n  ${end}\n  m() {}\n}`,
  ),
  shape(
    'the statements of a function',
    'const b = {\n  c: 1,\n}',
    `function f() {\n  ${region}\n  const a = 1\n  ${end}\n  return a\n}`,
    `function f() {\n  ${region}\n  const a = 1\n  const b = {\n    c: 1,\n  }\n  ${end}\n  return a\n}`,
  ),
  shape(
    'the statements of a module',
    "router.get('/a', a)",
    `import a from 'a'\n${region}\n${end}\nexport {}`,
    `import a from 'a'\n${region}\nrouter.get('/a', a)\n${end}\nexport {}`,
  ),
  shape(
    'a union',
    'B',
    `type Letter =\n  ${region}\n  | A\n  ${end}\n  | never`,
    `type Letter =\n  ${region}\n  | A\n  | B\n  ${end}\n  | never`,
  ),
  shape(
    'the cases of a switch',
    'case 5: return 6',
    `function f(x) {\n  switch (x) {\n    ${region}\n    case 1: return 2\n    ${end}\n    default: return 0\n  }\n}`,
    `function f(x) {\n  switch (x) {\n    ${region}\n    case 1: return 2\n    case 5: return 6\n    ${end}\n    default: return 0\n  }\n}`,
  ),
  shape(
    'the children of an element',
    '<B\n  b\n/>',
    `const list = (\n  <ul>\n    {/* #region elif:x */}\n    <A />\n    {/* #endregion elif:x */}\n    text\n  </ul>\n)`,
    `const list = (\n  <ul>\n    {/* #region elif:x */}\n    <A />\n    <B\n      b\n    />\n    {/* #endregion elif:x */}\n    text\n  </ul>\n)`,
  ),
  shape(
    'the children of a fragment, an expression in braces',
    '{b && <B />}',
    `const list = <>\n  {/* #region elif:x */}\n  {/* #endregion elif:x */}\n</>`,
    `const list = <>\n  {/* #region elif:x */}\n  {b && <B />}\n  {/* #endregion elif:x */}\n</>`,
  ),
  shape(
    'an object with trailing comma and comments between',
    'c',
    `const map = {\n  ${region}\n  a, // first, of all\n  /* b, */\n\n  b: 1, // last\n  // more,\n  ${end}\n  ...rest,\n}`,
    `const map = {\n  ${region}\n  a, // first, of all\n  /* b, */\n\n  b: 1, // last\n  // more,\n  c,\n  ${end}\n  ...rest,\n}`,
  ),
  shape(
    'arguments without trailing comma, comments between',
    'c',
    `new Box(\n  first,\n  ${region}\n  a, /* , */\n  // b,\n  (b) // last ,\n  ${end}\n)`,
    `new Box(\n  first,\n  ${region}\n  a, /* , */\n  // b,\n  (b), // last ,\n  c\n  ${end}\n)`,
  ),
  shape(
    'an enum with trailing comma and comments between',
    'C',
    `enum Letter {\n  ${region}\n  /** A, */\n  A = 1,\n  // B,\n  ${end}\n}`,
    `enum Letter {\n  ${region}\n  /** A, */\n  A = 1,\n  // B,\n  C,\n  ${end}\n}`,
  ),
  shape(
    'a tuple without trailing comma, an entry behind',
    'B',
    `type Pair = [\n  ${region}\n  A // , a\n  ${end}\n  , Z\n]`,
    `type Pair = [\n  ${region}\n  A, // , a\n  B\n  ${end}\n  , Z\n]`,
  ),
  shape(
    'an interface with commas and comments',
    'b(): void',
    `interface Needs {\n  ${region}\n  a: A, // ;\n  // more;\n  ${end}\n}`,
    `interface Needs {\n  ${region}\n  a: A, // ;\n  // more;\n  b(): void,\n  ${end}\n}`,
  ),
  shape(
    'a union with comments',
    "'b'",
    `type Letter =\n  ${region}\n  | 'a' // | first\n  // | more\n  ${end}\n  | never`,
    `type Letter =\n  ${region}\n  | 'a' // | first\n  // | more\n  | 'b'\n  ${end}\n  | never`,
  ),
  shape(
    'a class with comments',
    'run() {}',
    `class Box {\n  ${region}\n  /** Starts. */\n  start() {} // now\n  // later\n  ${end}\n}`,
    `class Box {\n  ${region}\n  /** Starts. */\n  start() {} // now\n  // later\n  run() {}\n  ${end}\n}`,
  ),
  shape(
    'the children of an element with text and comments',
    '<B />',
    `const list = <ul>\n  {/* #region elif:x */}\n  text, and {more}\n  {/* a */}\n  {/* #endregion elif:x */}\n</ul>`,
    `const list = <ul>\n  {/* #region elif:x */}\n  text, and {more}\n  {/* a */}\n  <B />\n  {/* #endregion elif:x */}\n</ul>`,
  ),
]
