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
    if (does === 'add' && !list.some(({ name }) => name === given.name)) {
      list.splice(at % (list.length + 1), 0, given)
    }
    if (does === 'remove' && found) list.splice(list.indexOf(found), 1)
    if (does === 'change' && found) found.says = 4 + given.says
  }
  return after
}

const note = ({ name, note: has }: Member, indent: string) =>
  has ? `${indent}// On ${name}.\n` : ''

/** The module as a formatter would write it. */
export function written({ imports, fields, types, methods, statements, routes }: Module): string {
  const lines = (list: Member[], indent: string, line: (each: Member) => string, gap = '') =>
    list.map((each) => `${note(each, indent)}${indent}${line(each)}\n`).join(gap)
  return [
    lines(
      imports,
      '',
      ({ name, says }) => `import { ${name}, x${says} as ${name}X } from './${name}.ts'`,
    ),
    `export const kite = z.object({\n${lines(fields, '  ', ({ name, says }) => `${name}: z.string().max(${says}),`)}})\n`,
    `export type View = {\n${lines(types, '  ', ({ name, says }) => `${name}: T${says} | null`)}}\n`,
    `export class Kites {\n${lines(methods, '  ', ({ name, says }) => `${name}(id: string) {\n    const row = find(id, ${says})\n    return row\n  }`, '\n')}}\n`,
    `export function run(on: On) {\n${lines(statements, '  ', ({ name, says }) => `const ${name} = create('${name}', ${says})`)}  // #region elif:routes\n${lines(routes, '  ', ({ name, says }) => `on.get('/${name}', { says: ${says} })`)}  // #endregion elif:routes\n}\n`,
  ].join('\n')
}
