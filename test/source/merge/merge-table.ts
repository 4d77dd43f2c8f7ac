/** Replacements in a text, one after the other. */
export type Edits = [from: string, to: string][]

/** A file and what both sides make of it. */
export type MergeCase = {
  name: string
  path?: string
  base?: string
  mine: Edits | string
  theirs: Edits | string
  /** What the merge makes of the base, or what it leaves to its owner. */
  merged: Edits | string | { mine: string; theirs: string }[]
}

export const kites = `import { z } from 'zod'

import type { Database } from '#app/framework/database/database.ts'
import { notFound } from '#app/framework/http/problem.ts'

export const Kite = z.object({
  id: z.uuid(),
  name: z.string(),
  tail: z.string().optional(),
})

export type Wind = 'calm' | 'breeze'

export type KiteView = {
  id: string
  name: string
}

export enum Shape {
  delta = 'delta',
  box = 'box',
}

// Finds and keeps kites.
export function createKites(database: Database) {
  return {
    async find(id: string) {
      const row = await database
        .selectFrom('kites')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) throw notFound('No such kite.')
      return row
    },

    async list(limit = 20) {
      return database.selectFrom('kites').selectAll().limit(limit).execute()
    },
  }
}
`

export const app = `import { createHttp } from '#app/framework/http/server.ts'
import type { Config } from '#app/config.ts'
import { createNotes } from '#app/notes/notes.ts'

export async function createApp(config: Config, platform: Platform) {
  const http = createHttp(config)
  // #region elif:modules
  const notes = createNotes(platform)
  // #endregion elif:modules

  // #region elif:routes
  http.register(notes.routes)
  // #endregion elif:routes

  // #region custom:extras
  http.get('/mine', () => 'mine')
  // #endregion custom:extras

  return { http, notes }
}
`

const area = '  area: z.number(),\n'
const span = '  span: z.integer(),\n'
const tail = '  tail: z.string().optional(),\n'
const name = '  name: z.string(),\n'
const remove = `    async remove(id: string) {
      await database.deleteFrom('kites').where('id', '=', id).execute()
    },
`
const list = `    async list(limit = 20) {
      return database.selectFrom('kites').selectAll().limit(limit).execute()
    },
`
const find = kites.slice(kites.indexOf('    async find'), kites.indexOf('    async list') - 1)

/** What owners do to a file while its template goes on. */
export const scripts: MergeCase[] = [
  {
    name: 'a field of its own at the end, where theirs has a new one too',
    mine: [[tail, tail + area]],
    theirs: [[tail, tail + span]],
    merged: [[tail, tail + area + span]],
  },
  {
    name: 'the neighbour of the new field edited',
    mine: [[tail, '  tail: z.string().max(9).optional(),\n']],
    theirs: [[tail, tail + span]],
    merged: [[tail, '  tail: z.string().max(9).optional(),\n' + span]],
  },
  {
    name: 'a field put in where theirs puts another in',
    mine: [[name, name + area]],
    theirs: [[name, name + span]],
    merged: [[name, name + span + area]],
  },
  {
    name: 'fields reordered',
    mine: [[name + tail, tail + name]],
    theirs: [[name, name + span]],
    merged: [[name + tail, tail + name + span]],
  },
  {
    name: 'a field retyped that theirs retypes alike',
    mine: [[name, '  name: z.string().min(1),\n']],
    theirs: [[name, '  name: z.string().min(1),\n']],
    merged: [[name, '  name: z.string().min(1),\n']],
  },
  {
    name: 'a field retyped that theirs retypes otherwise',
    mine: [[name, '  name: z.string().min(1),\n']],
    theirs: [[name, '  name: z.string().max(80),\n']],
    merged: [{ mine: '  name: z.string().min(1),\n', theirs: '  name: z.string().max(80),\n' }],
  },
  {
    name: 'a field deleted that theirs leaves alone',
    mine: [[tail, '']],
    theirs: [[name, name + span]],
    merged: [[name + tail, name + span]],
  },
  {
    name: 'a field deleted that theirs changes',
    mine: [[tail, '']],
    theirs: [[tail, '  tail: z.string().nullable(),\n']],
    merged: [{ mine: '', theirs: '  tail: z.string().nullable(),\n' }],
  },
  {
    name: 'a field changed that theirs deletes',
    mine: [[tail, '  tail: z.string().max(9),\n']],
    theirs: [[tail, '']],
    merged: [{ mine: '  tail: z.string().max(9),\n', theirs: '' }],
  },
  {
    name: 'a field of its own beside one that theirs deletes',
    mine: [[tail, tail + area]],
    theirs: [[tail, '']],
    merged: [[tail, area]],
  },
  {
    name: 'the same field added by both',
    mine: [[tail, tail + area]],
    theirs: [[tail, tail + area]],
    merged: [[tail, tail + area]],
  },
  {
    name: 'one field added by both, each in its own way',
    mine: [[tail, tail + '  area: z.string(),\n']],
    theirs: [[tail, tail + area]],
    merged: [{ mine: '  area: z.string(),\n', theirs: area }],
  },
  {
    name: 'a method moved that theirs changes',
    mine: [[`${find}\n${list}`, `${list}\n${find}`]],
    theirs: [['limit = 20', 'limit = 50']],
    merged: [[`${find}\n${list}`, `${list}\n${find}`.replace('limit = 20', 'limit = 50')]],
  },
  {
    name: 'a method added where theirs adds one',
    mine: [[list, `${list}\n    async mine() {},\n`]],
    theirs: [[list, `${list}\n${remove}`]],
    merged: [[list, `${list}\n    async mine() {},\n\n${remove}`]],
  },
  {
    name: 'a method deleted beside the new one',
    mine: [[`${find}\n`, '']],
    theirs: [[find, `${find}\n${remove}`]],
    merged: [[find, remove]],
  },
  {
    name: 'a method deleted that theirs changes',
    mine: [[`\n${list}`, '']],
    theirs: [['limit = 20', 'limit = 50']],
    merged: [{ mine: '', theirs: `\n${list.replace('limit = 20', 'limit = 50')}` }],
  },
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
  {
    name: 'a member of a union added where theirs adds one',
    mine: [["'breeze'", "'breeze' | 'gale'"]],
    theirs: [["'breeze'", "'breeze' | 'storm'"]],
    merged: [["'breeze'", "'breeze' | 'gale' | 'storm'"]],
  },
  {
    name: 'a member of an enum added where theirs adds one',
    mine: [["  box = 'box',\n", "  box = 'box',\n  rokkaku = 'rokkaku',\n"]],
    theirs: [["  box = 'box',\n", "  box = 'box',\n  sled = 'sled',\n"]],
    merged: [["  box = 'box',\n", "  box = 'box',\n  rokkaku = 'rokkaku',\n  sled = 'sled',\n"]],
  },
  {
    name: 'a member of a type retyped beside the new one',
    mine: [['  name: string\n}', '  name: string | null\n}']],
    theirs: [['  name: string\n}', '  name: string\n  tail?: string\n}']],
    merged: [['  name: string\n}', '  name: string | null\n  tail?: string\n}']],
  },
  {
    name: 'a type deleted that theirs leaves alone',
    mine: [["export type Wind = 'calm' | 'breeze'\n\n", '']],
    theirs: [[tail, tail + span]],
    merged: [
      ["export type Wind = 'calm' | 'breeze'\n\n", ''],
      [tail, tail + span],
    ],
  },
  {
    name: 'a function at the end of the file, where theirs adds one',
    mine: `${kites}\nexport function mine() {}\n`,
    theirs: `${kites}\nexport function theirs() {}\n`,
    merged: `${kites}\nexport function mine() {}\n\nexport function theirs() {}\n`,
  },
  {
    name: 'an import where theirs has another one',
    mine: [['import { notFound }', "import { clock } from '#app/clock.ts'\nimport { notFound }"]],
    theirs: [['import { notFound }', "import { page } from '#app/page.ts'\nimport { notFound }"]],
    merged: [
      [
        'import { notFound }',
        "import { page } from '#app/page.ts'\nimport { clock } from '#app/clock.ts'\nimport { notFound }",
      ],
    ],
  },
  {
    name: 'a name imported from where theirs imports another one',
    mine: [['{ notFound }', '{ conflict, notFound }']],
    theirs: [['{ notFound }', '{ invalid, notFound }']],
    merged: [['{ notFound }', '{ conflict, invalid, notFound }']],
  },
  {
    name: 'the same module imported by both for the first time',
    mine: [
      ["import { z } from 'zod'\n", "import { sql } from 'kysely'\nimport { z } from 'zod'\n"],
    ],
    theirs: [
      ["import { z } from 'zod'\n", "import { Kysely } from 'kysely'\nimport { z } from 'zod'\n"],
    ],
    merged: [
      [
        "import { z } from 'zod'\n",
        "import { sql, Kysely } from 'kysely'\nimport { z } from 'zod'\n",
      ],
    ],
  },
  {
    name: 'an import that theirs no longer needs, with a name of its own in it',
    mine: [['{ notFound }', '{ notFound, invalid }']],
    theirs: [["import { notFound } from '#app/framework/http/problem.ts'\n", '']],
    merged: [
      {
        mine: "import { notFound, invalid } from '#app/framework/http/problem.ts'\n",
        theirs: '',
      },
    ],
  },
  {
    name: 'the module of an import moved, another name imported by theirs',
    mine: [['#app/framework/http/problem.ts', '#app/problems.ts']],
    theirs: [['{ notFound }', '{ notFound, invalid }']],
    merged: [
      ['#app/framework/http/problem.ts', '#app/problems.ts'],
      ['{ notFound }', '{ notFound, invalid }'],
    ],
  },
  {
    name: 'a name declared that theirs declares too, elsewhere',
    mine: [['export enum Shape', 'const limit = 5\n\nexport enum Shape']],
    theirs: `${kites}\nconst limit = 20\n`,
    merged: [{ mine: 'const limit = 5\n', theirs: 'const limit = 20\n' }],
  },
  {
    name: 'nothing but the same as theirs',
    mine: [[tail, tail + span]],
    theirs: [[tail, tail + span]],
    merged: [[tail, tail + span]],
  },
]
