import { elifError } from '../errors/elif-error.ts'
import { nearest } from '../text/nearest.ts'
import { columnName, fieldName } from './field-name.ts'
import { fieldTypes } from './field-types.ts'
import type { Field, FieldType } from './field.ts'

type Parts = {
  name: string
  type: string
  settings: string[]
  optional: boolean
  modifiers: string
}

/** Reads one field of the command line: `name:type`, `(settings)`, `?`, `:unique`, `:index`. */
export function parseField(text: string): Field {
  const parts = partsOf(text)
  const type = typeNamed(parts.type, text)
  const shape = type.shape(parts.settings)
  if ('fault' in shape) {
    throw elifError('field-type-settings', {
      field: text,
      fault: shape.fault,
      example: type.example,
    })
  }
  const name = fieldName(parts.name)
  const { unique, index } = modifiersOf(parts, text)
  const field = { name, column: columnName(name), shape, unique, index, optional: parts.optional }
  refuseModifiers(field, text)
  return { ...field, type: type.name, settings: parts.settings }
}

/** The field as it is written, in one spelling: two texts that mean the same give the same. */
export function writtenField(field: Field): string {
  const settings = field.settings.length > 0 ? `(${field.settings.join(',')})` : ''
  const modifiers = (field.unique ? ':unique' : '') + (field.index ? ':index' : '')
  return `${field.name}:${field.type}${settings}${field.optional ? '?' : ''}${modifiers}`
}

function partsOf(text: string): Parts {
  const colon = text.indexOf(':')
  if (colon < 1)
    throw malformed(
      text,
      colon === 0 ? 'it has no name' : 'it has no type',
      colon === 0 ? 1 : text.length + 1,
    )
  const name = text.slice(0, colon)
  if (name.endsWith('?')) throw malformed(text, 'the "?" belongs behind the type', colon)
  const match = /^([^(?:)]*)(?:\(([^()]*)\))?(\?)?((?::[^:]*)*)$/u.exec(text.slice(colon + 1))
  if (!match) throw malformed(text, faultBehindType(text.slice(colon + 1)), colon + 2)
  const [, type = '', settings, optional, modifiers = ''] = match
  if (type.trim() === '') throw malformed(text, 'it has no type', colon + 2)
  return {
    name,
    type: type.trim().toLowerCase(),
    settings: settings === undefined ? [] : settings.split(',').map((each) => each.trim()),
    optional: optional !== undefined,
    modifiers,
  }
}

function faultBehindType(text: string): string {
  const opened = text.split('(').length - 1
  const closed = text.split(')').length - 1
  if (opened > closed) return 'the parenthesis "(" is not closed'
  if (opened < closed) return 'the parenthesis ")" is not opened'
  return 'after the type come its settings in parentheses, then "?", then modifiers'
}

function typeNamed(name: string, text: string): FieldType {
  const type = fieldTypes.get(name)
  if (type) return type
  const known = [...fieldTypes.keys()]
  const meant = elsewhere.get(name) ?? nearest(name, known)
  const column = text.indexOf(':') + 2
  throw elifError('field-type-unknown', { field: text, type: name, column, known, meant })
}

/** What other tools call our types. */
const elsewhere = new Map([
  ['varchar', 'string'],
  ['int', 'integer'],
  ['number', 'integer'],
  ['long', 'bigint'],
  ['numeric', 'decimal'],
  ['money', 'decimal'],
  ['float', 'decimal'],
  ['bool', 'boolean'],
  ['datetime', 'timestamp'],
  ['timestamptz', 'timestamp'],
  ['jsonb', 'json'],
])

function modifiersOf(parts: Parts, text: string): { unique: boolean; index: boolean } {
  const words = parts.modifiers.split(':').slice(1)
  const stranger = words.find((word) => word !== 'unique' && word !== 'index')
  if (stranger !== undefined) {
    const column =
      text.length - parts.modifiers.length + parts.modifiers.indexOf(`:${stranger}`) + 1
    throw elifError('field-modifier-unknown', { field: text, modifier: `:${stranger}`, column })
  }
  const unique = words.includes('unique')
  return { unique, index: words.includes('index') && !unique }
}

function refuseModifiers(field: Pick<Field, 'unique' | 'index' | 'shape'>, text: string): void {
  const refusal = field.unique ? field.shape.notUnique : field.index && field.shape.notIndexed
  if (refusal) throw elifError('field-not-indexable', { field: text, ...refusal })
}

const malformed = (field: string, fault: string, column: number) =>
  elifError('field-malformed', { field, fault, column })
