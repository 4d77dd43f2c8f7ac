import { entry } from '../entry.ts'

type Named = { field: string }
type UnknownType = Named & {
  type: string
  column: number
  known: string[]
  meant: string | undefined
}

export const fieldsErrors = {
  'name-invalid': entry<{ name: string; fault: string }>({
    says: ({ name, fault }) => `${JSON.stringify(name)} cannot be a name: ${fault}.`,
    hint: () =>
      'A name is made of letters from a to z, digits, "-" and "_", such as LineItem or line-item.',
  }),
  'name-reserved': entry<{ name: string; instead: string }>({
    says: ({ name }) => `${JSON.stringify(name)} cannot be a name: generated code needs this word.`,
    hint: ({ instead }) => `Take a longer noun, for example ${instead}.`,
  }),
  'field-malformed': entry<{ field: string; fault: string; column: number }>({
    says: ({ field, fault, column }) =>
      `The field ${JSON.stringify(field)} cannot be read: ${fault} (at character ${column}).`,
    hint: () =>
      "A field is written name:type, for example 'price:decimal(10,2)', 'notes:text?' or 'email:string:unique'; quote it, because shells read ( and ? themselves.",
  }),
  'field-type-unknown': entry<UnknownType>({
    says: ({ field, type, column }) =>
      `The field ${JSON.stringify(field)} has the type ${JSON.stringify(type)} (at character ${column}), which does not exist.`,
    hint: ({ known, meant }) =>
      `${meant === undefined ? '' : `Did you mean ${meant}? `}The types are ${known.join(', ')}.`,
  }),
  'field-type-settings': entry<{ field: string; fault: string; example: string }>({
    says: ({ field, fault }) => `The field ${JSON.stringify(field)} cannot be made: ${fault}.`,
    hint: ({ example }) => `Write it like '${example}'.`,
  }),
  'field-name-invalid': entry<{ field: string; name: string; fault: string }>({
    says: ({ name, fault }) => `A field cannot be called ${JSON.stringify(name)}: ${fault}.`,
    hint: () =>
      'A field name is made of letters from a to z and digits, such as unitPrice or unit_price.',
  }),
  'field-name-reserved': entry<{ name: string; because: string; instead: string }>({
    says: ({ name, because }) => `A field cannot be called ${JSON.stringify(name)}: ${because}.`,
    hint: ({ instead }) => `Leave it out, or take another name such as ${instead}.`,
  }),
  'field-duplicate': entry<Named & { first: string }>({
    says: ({ field, first }) =>
      `${JSON.stringify(field)} and ${JSON.stringify(first)} are the same field.`,
    hint: () => 'Name each field once; unitPrice and unit_price are one name.',
  }),
  'field-modifier-unknown': entry<Named & { modifier: string; column: number }>({
    says: ({ field, modifier, column }) =>
      `The field ${JSON.stringify(field)} ends with ${JSON.stringify(modifier)} (at character ${column}), which says nothing.`,
    hint: () => 'After the type come :unique or :index; "?" on the type makes the field optional.',
  }),
  'field-not-indexable': entry<Named & { because: string; instead: string }>({
    says: ({ field, because }) =>
      `The field ${JSON.stringify(field)} cannot be unique or indexed: ${because}.`,
    hint: ({ instead }) => instead,
  }),
  'field-identifier-too-long': entry<{ identifier: string; length: number }>({
    says: ({ identifier, length }) =>
      `The database would cut the name ${identifier}: it has ${length} bytes, and 63 are kept.`,
    hint: () => 'Shorten the name of the field or of the resource.',
  }),
}
