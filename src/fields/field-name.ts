import { elifError } from '../errors/elif-error.ts'
import { isObjectMember } from '../text/reserved-words.ts'
import { capital, wordsIn } from '../text/words.ts'

const LONGEST = 63

/** What every resource has of its own. */
const OWN = new Map([
  ['id', 'every resource has an id'],
  ['createdAt', 'every resource has a createdAt'],
  ['updatedAt', 'every resource has an updatedAt'],
])

/** The name a field has in TypeScript, from camelCase or snake_case. */
export function fieldName(text: string): string {
  const fault = faultOf(text)
  if (fault) throw elifError('field-name-invalid', { field: text, name: text, fault })
  const [first = '', ...others] = wordsIn(text)
  const name = first + others.map(capital).join('')
  const because = OWN.get(name) ?? (isObjectMember(text) ? 'every object has it' : undefined)
  if (because)
    throw elifError('field-name-reserved', { name: text, because, instead: instead(text) })
  return name
}

/** The column of a field: `unitPrice` is kept in `unit_price`. */
export const columnName = (name: string): string => wordsIn(name).join('_')

function faultOf(text: string): string | undefined {
  if (isObjectMember(text)) return undefined
  const stranger = /[^\w]/u.exec(text)?.[0]
  if (stranger !== undefined) return `it contains ${JSON.stringify(stranger)}`
  if (!/^[a-z]/iu.test(text)) return 'it does not begin with a letter from a to z'
  if (text.endsWith('_') || text.includes('__')) return 'it has a "_" where no word follows'
  if (columnName(text).length > LONGEST) return `its column would be longer than ${LONGEST} bytes`
  return undefined
}

const instead = (text: string) => `${text.replaceAll(/[^a-z\d]/giu, '')}Value`
