/** What a statement takes away from a database, or keeps others from doing meanwhile. */
export function sqlRisks(statements: string[]): string[] {
  const made = new Set(
    statements.flatMap((each) => named(/^create table (?:if not exists )?/i, each)),
  )
  return statements.flatMap((statement) => {
    const text = statement.trim()
    return rules.flatMap(({ form, says }) => {
      const [table] = named(form, text)
      return table === undefined || made.has(table) ? [] : [`${says} ${table}.`]
    })
  })
}

const table = String.raw`(?:if exists )?(?:only )?`
const alter = (what: string) => new RegExp(`^alter table ${table}(?=\\S+ .*${what})`, 'i')

/** Each form ends where the name of the table begins. */
const rules = [
  { form: /^drop table (?:if exists )?/i, says: 'drops the table' },
  { form: /^truncate (?:table )?/i, says: 'empties the table' },
  { form: /^delete from (?:only )?/i, says: 'deletes rows of' },
  { form: alter('drop column'), says: 'drops a column of' },
  { form: alter('drop constraint'), says: 'drops a constraint of' },
  { form: alter(String.raw`rename\b`), says: 'renames, which running code does not know yet, in' },
  {
    form: alter(String.raw`alter column .*\b(?:type|set not null)\b`),
    says: 'locks and reads all of',
  },
  {
    form: alter(String.raw`add (?!column\b)(?!.*not valid)`),
    says: 'locks and checks all rows of',
  },
  {
    form: /^create (?:unique )?index (?!concurrently)(?:.*?) on (?:only )?/i,
    says: 'locks, while an index is built, all writes to',
  },
]

function named(form: RegExp, text: string): string[] {
  const found = form.exec(text)
  if (!found) return []
  const [name] =
    /^(?:"[^"]+"|[\w$]+)(?:\.(?:"[^"]+"|[\w$]+))?/.exec(text.slice(found[0].length)) ?? []
  return name === undefined ? [] : [name.replaceAll('"', '')]
}
