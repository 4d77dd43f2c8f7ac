import * as fc from 'fast-check'

type Member = { name: string; says: number; note: boolean }

/** A module as lists of named members. */
export type Module = Record<(typeof parts)[number], Member[]>

const parts = ['imports', 'fields', 'types', 'methods', 'statements', 'routes'] as const

const member = fc.record({
  name: fc.constantFrom('ant', 'bee', 'cat', 'dog', 'elk', 'fox', 'gnu', 'hen'),
  says: fc.nat(3),
  note: fc.boolean(),
})
const members = fc.uniqueArray(member, { selector: ({ name }) => name, maxLength: 6 })

export const modules: fc.Arbitrary<Module> = fc.record({
  imports: members,
  fields: members,
  types: members,
  methods: members,
  statements: members,
  routes: members,
})

/** What happens to one list. */
type Step = {
  part: (typeof parts)[number]
  at: number
  does: 'change' | 'remove' | 'add'
  with: Member
}

export const changes: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    part: fc.constantFrom(...parts),
    at: fc.nat(6),
    does: fc.constantFrom('change', 'remove', 'add'),
    with: member,
  }),
  { maxLength: 5 },
)

export function changed(module: Module, steps: Step[]): Module {
  const after = structuredClone(module)
  for (const { part, at, does, with: given } of steps) {
    const list = after[part]
    const found = list[at % Math.max(1, list.length)]
    // What comes is another one than what goes: a move is told by its own cases.
    const added = { ...given, name: `${given.name}Too` }
    if (does === 'add' && !list.some(({ name }) => name === added.name)) {
      list.splice(at % (list.length + 1), 0, added)
    }
    if (does === 'remove' && found) list.splice(list.indexOf(found), 1)
    if (does === 'change' && found) found.says = 4 + given.says
  }
  return after
}

const note = ({ name, note: has }: Member, indent: string) =>
  has ? `${indent}// On ${name}.\n` : ''

/** Each list as its own words, so that a word tells an entry. */
function worded(module: Module): Module {
  const named = (part: (typeof parts)[number]) =>
    module[part].map((each) => ({ ...each, name: `${each.name}In${part}` }))
  return {
    imports: named('imports'),
    fields: named('fields'),
    types: named('types'),
    methods: named('methods'),
    statements: named('statements'),
    routes: named('routes'),
  }
}

const entries: Record<keyof Module, (member: Member) => string> = {
  imports: ({ name, says }) => `import { ${name}, x${says} as ${name}X } from './${name}.ts'`,
  fields: ({ name, says }) => `${name}: z.string().max(${says}),`,
  types: ({ name, says }) => `${name}: T${says} | null`,
  methods: ({ name, says }) =>
    `${name}(id: string) {\n    const row = find(id, ${says})\n    return row\n  }`,
  statements: ({ name, says }) => `const ${name} = create('${name}', ${says})`,
  routes: ({ name, says }) => `on.get('/${name}', { says: ${says} })`,
}

/** The module as a formatter would write it. */
export function written(module: Module): string {
  const named = worded(module)
  const lines = (part: keyof Module, indent: string, gap = '') =>
    named[part].map((each) => `${note(each, indent)}${indent}${entries[part](each)}\n`).join(gap)
  return [
    lines('imports', ''),
    `export const kite = z.object({\n${lines('fields', '  ')}})\n`,
    `export type View = {\n${lines('types', '  ')}}\n`,
    `export class Kites {\n${lines('methods', '  ', '\n')}}\n`,
    `export function run(on: On) {\n${lines('statements', '  ')}  // #region elif:routes\n`,
    `${lines('routes', '  ')}  // #endregion elif:routes\n}\n`,
  ].join('\n')
}
