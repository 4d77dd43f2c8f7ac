import type { MergeCase } from './merge-case.ts'

const name = '  name: z.string(),\n'
const tail = '  tail: z.string().optional(),\n'
const span = '  span: z.integer(),\n'

/** What owners do to statements and comments while their template goes on. */
export const code: MergeCase[] = [
  {
    name: 'a statement changed, the next one by theirs',
    mine: [["notFound('No such kite.')", "notFound('It has flown.')"]],
    theirs: [['      return row\n', '      return viewOf(row)\n']],
    merged: [
      ["notFound('No such kite.')", "notFound('It has flown.')"],
      ['      return row\n', '      return viewOf(row)\n'],
    ],
  },
  {
    name: 'a statement put in where theirs puts another in',
    mine: [['      return row\n', '      log(row)\n      return row\n']],
    theirs: [['      return row\n', '      check(row)\n      return row\n']],
    merged: [{ mine: '      log(row)\n', theirs: '      check(row)\n' }],
  },
  {
    name: 'a local name of its own, in a statement that theirs changes',
    mine: [
      ['const row = await', 'const kite = await'],
      ['if (!row)', 'if (!kite)'],
      ['return row\n', 'return kite\n'],
    ],
    theirs: [
      [
        "        .selectFrom('kites')\n        .selectAll()\n        .where",
        "        .selectFrom('kites')\n        .select(columns)\n        .where",
      ],
    ],
    merged: [
      ['const row = await', 'const kite = await'],
      ['if (!row)', 'if (!kite)'],
      ['return row\n', 'return kite\n'],
      [
        "        .selectFrom('kites')\n        .selectAll()\n        .where",
        "        .selectFrom('kites')\n        .select(columns)\n        .where",
      ],
    ],
  },
  {
    name: 'a call added to a chain that theirs adds a call to',
    mine: [
      ["        .where('id', '=', id)\n", "        .where('id', '=', id)\n        .forUpdate()\n"],
    ],
    theirs: [
      [
        '        .selectAll()\n        .where',
        "        .selectAll()\n        .where('gone', 'is', null)\n        .where",
      ],
    ],
    merged: [
      ["        .where('id', '=', id)\n", "        .where('id', '=', id)\n        .forUpdate()\n"],
      [
        '        .selectAll()\n        .where',
        "        .selectAll()\n        .where('gone', 'is', null)\n        .where",
      ],
    ],
  },
  {
    name: 'a parameter changed, the body by theirs',
    mine: [['list(limit = 20)', 'list(limit = 100)']],
    theirs: [['.limit(limit).execute()', ".orderBy('id').limit(limit).execute()"]],
    merged: [
      ['list(limit = 20)', 'list(limit = 100)'],
      ['.limit(limit).execute()', ".orderBy('id').limit(limit).execute()"],
    ],
  },
  {
    name: 'a parameter changed by both',
    mine: [['list(limit = 20)', 'list(limit = 100)']],
    theirs: [['list(limit = 20)', 'list(limit = 50)']],
    merged: [{ mine: '    async list(limit = 100) {\n', theirs: '    async list(limit = 50) {\n' }],
  },
  {
    name: 'the comment of a function changed, its body by theirs',
    mine: [['// Finds and keeps kites.', '// All that fly.']],
    theirs: [['limit = 20', 'limit = 50']],
    merged: [
      ['// Finds and keeps kites.', '// All that fly.'],
      ['limit = 20', 'limit = 50'],
    ],
  },
  {
    name: 'a comment at the end of the line before the new field',
    mine: [[tail, '  tail: z.string().optional(), // often lost\n']],
    theirs: [[tail, tail + span]],
    merged: [[tail, '  tail: z.string().optional(), // often lost\n' + span]],
  },
  {
    name: 'a comment above a field that theirs changes',
    mine: [[name, `  // As on the box.\n${name}`]],
    theirs: [[name, '  name: z.string().max(80),\n']],
    merged: [[name, '  // As on the box.\n  name: z.string().max(80),\n']],
  },
  {
    name: 'a comment that theirs changes, on a function that is changed',
    mine: [['limit = 20', 'limit = 100']],
    theirs: [['// Finds and keeps kites.', '// Reads and writes kites.']],
    merged: [
      ['limit = 20', 'limit = 100'],
      ['// Finds and keeps kites.', '// Reads and writes kites.'],
    ],
  },
]
