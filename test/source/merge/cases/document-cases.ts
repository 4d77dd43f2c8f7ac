import type { MergeCase } from './merge-case.ts'

const manifest = `{
  "name": "shop",
  "scripts": {
    "test": "vitest run"
  },
  "dependencies": {
    "fastify": "5.6.0",
    "zod": "4.1.0"
  }
}
`
const settings = `// How the code lies.
{
  "compilerOptions": {
    "strict": true, // always
    "lib": ["es2024"],
  },
}
`
const environment = `# Where the app listens.
PORT=3000
DATABASE_URL="postgres://localhost/shop"
`
const compose = `services:
  database:
    image: postgres:18
    ports:
      - 5432:5432
  cache:
    image: valkey:9
`
const readme = `# Shop

It sells kites.

## Start

npm start
`

/** The same in files that are no scripts. */
export const documents: MergeCase[] = [
  {
    name: 'a dependency where theirs has another one',
    path: 'package.json',
    base: manifest,
    mine: [['"zod": "4.1.0"', '"zod": "4.1.0",\n    "zx": "8.0.0"']],
    theirs: [
      ['"zod": "4.1.0"', '"zod": "4.1.0",\n    "pg": "8.23.1"'],
      ['"test": "vitest run"', '"test": "vitest run",\n    "lint": "oxlint"'],
    ],
    merged: [
      ['"zod": "4.1.0"', '"zod": "4.1.0",\n    "zx": "8.0.0",\n    "pg": "8.23.1"'],
      ['"test": "vitest run"', '"test": "vitest run",\n    "lint": "oxlint"'],
    ],
  },
  {
    name: 'a version raised beside one that theirs raises',
    path: 'package.json',
    base: manifest,
    mine: [['5.6.0', '5.7.0']],
    theirs: [['4.1.0', '4.2.0']],
    merged: [
      ['5.6.0', '5.7.0'],
      ['4.1.0', '4.2.0'],
    ],
  },
  {
    name: 'a version raised that theirs raises otherwise',
    path: 'package.json',
    base: manifest,
    mine: [['4.1.0', '4.1.9']],
    theirs: [['4.1.0', '4.2.0']],
    merged: [{ mine: '    "zod": "4.1.9"\n', theirs: '    "zod": "4.2.0"\n' }],
  },
  {
    name: 'a group of its own that theirs begins too',
    path: 'package.json',
    base: manifest,
    mine: [['  "dependencies"', '  "overrides": {\n    "a": "1.0.0"\n  },\n  "dependencies"']],
    theirs: [['  "dependencies"', '  "overrides": {\n    "b": "2.0.0"\n  },\n  "dependencies"']],
    merged: [
      [
        '  "dependencies"',
        '  "overrides": {\n    "a": "1.0.0",\n    "b": "2.0.0"\n  },\n  "dependencies"',
      ],
    ],
  },
  {
    name: 'a comment and an element in JSON with comments',
    path: 'tsconfig.json',
    base: settings,
    mine: [['// always', '// for ever']],
    theirs: [
      ['["es2024"]', '["es2024", "dom"]'],
      ['    "lib"', '    "noEmit": true,\n    "lib"'],
    ],
    merged: [
      ['// always', '// for ever'],
      ['["es2024"]', '["es2024", "dom"]'],
      ['    "lib"', '    "noEmit": true,\n    "lib"'],
    ],
  },
  {
    name: 'a variable where theirs has another one',
    path: '.env.example',
    base: environment,
    mine: `${environment}MINE=1\n`,
    theirs: `${environment}\n# Who may call.\nORIGIN=*\n`,
    merged: `${environment}MINE=1\n\n# Who may call.\nORIGIN=*\n`,
  },
  {
    name: 'the value of a variable beside one that theirs changes',
    path: '.env.example',
    base: environment,
    mine: [['3000', '4000']],
    theirs: [['localhost/shop', 'localhost/shop_development']],
    merged: [
      ['3000', '4000'],
      ['localhost/shop', 'localhost/shop_development'],
    ],
  },
  {
    name: 'a service where theirs has another one',
    path: 'compose.yaml',
    base: compose,
    mine: `${compose}  mail:\n    image: mailpit\n`,
    theirs: `${compose}  search:\n    image: typesense\n`,
    merged: `${compose}  mail:\n    image: mailpit\n  search:\n    image: typesense\n`,
  },
  {
    name: 'a port beside the image that theirs changes',
    path: 'compose.yaml',
    base: compose,
    mine: [['      - 5432:5432\n', '      - 5433:5432\n']],
    theirs: [['postgres:18', 'postgres:19']],
    merged: [
      ['      - 5432:5432\n', '      - 5433:5432\n'],
      ['postgres:18', 'postgres:19'],
    ],
  },
  {
    name: 'a paragraph of its own far from the one that theirs changes',
    path: 'README.md',
    base: readme,
    mine: [['It sells kites.', 'It sells kites and lines.']],
    theirs: [['npm start', 'npm run dev']],
    merged: [
      ['It sells kites.', 'It sells kites and lines.'],
      ['npm start', 'npm run dev'],
    ],
  },
  {
    name: 'a line of prose that theirs changes too',
    path: 'README.md',
    base: readme,
    mine: [['It sells kites.', 'It sells kites and lines.']],
    theirs: [['It sells kites.', 'It sells kites well.']],
    merged: [{ mine: 'It sells kites and lines.\n', theirs: 'It sells kites well.\n' }],
  },
]
