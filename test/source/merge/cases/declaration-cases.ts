import { kites } from './kites.ts'
import type { MergeCase } from './merge-case.ts'

const tail = '  tail: z.string().optional(),\n'
const span = '  span: z.integer(),\n'

/** What owners do to types, imports and declarations while their template goes on. */
export const declarations: MergeCase[] = [
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
    name: 'the type of a pattern, in which both change something',
    base: "const make = ({ a, b /* } */, }: Pick<Platform, 'a' | 'b'>) => a\n",
    mine: [["'a' |", "'mine' |"]],
    theirs: [["'b'>", "'b' | 'theirs'>"]],
    merged: [["'a' | 'b'>", "'mine' | 'b' | 'theirs'>"]],
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
