import { elifError } from '../errors/elif-error.ts'
import { writtenField } from '../fields/parse-field.ts'
import { parseFields } from '../fields/parse-fields.ts'
import type { Files } from '../files/files.ts'
import { migrationNamed } from '../recipe/migration-stamp.ts'
import type { OnExisting } from '../recipe/existing.ts'
import { planOnce } from '../recipe/plan-once.ts'
import type { Plan } from '../recipe/plan.ts'
import { bindingOf, type Names, namesOf } from '../text/names.ts'
import { withoutSuffix } from '../text/words.ts'

export type MakeResource = {
  files: Files
  name: string
  /** As they are typed: `price:decimal(10,2)`. */
  fields: string[]
  module?: string | undefined
  /** The plural, where the inflector does not know it. */
  plural?: string | undefined
  at: Date
  onExisting?: OnExisting
}

/** Plans a resource: its files, its table, its migration and its place in a module. */
export async function planMakeResource(wanted: MakeResource): Promise<Plan> {
  const { files, plural } = wanted
  const names = namesOf(wanted.name, plural === undefined ? {} : { plural })
  if (wanted.fields.length === 0) throw elifError('resource-without-fields', { name: names.pascal })
  const module = bindingOf(withoutSuffix(wanted.module ?? names.plural.kebab, 'module')).kebab
  const fields = parseFields(wanted.fields).map(writtenField)
  const policy = `src/modules/${module}/${names.kebab}-policy.ts`
  return planOnce({
    files,
    onExisting: wanted.onExisting,
    recipe: 'resource',
    isThere: isThere(files, names, module),
    command: `make:resource ${names.pascal}`,
    answers: {
      // In Pascal case words of one letter could not be told apart: PlanBC.
      name: names.kebab,
      ...(plural !== undefined && { plural }),
      fields,
      module,
      at: wanted.at.toISOString(),
    },
    remarks: [
      `Writes to ${names.plural.words} are open: anybody may create, change and remove them until ${policy} says who may. Production refuses to start with an open write.`,
    ],
  })
}

const isThere = (files: Files, { kebab, plural }: Names, module: string) =>
  migrationNamed(files, `create-${plural.kebab}`) !== undefined ||
  files.read(`src/modules/${module}/${kebab}.ts`) !== undefined
