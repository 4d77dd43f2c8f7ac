import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ElifError } from '../../src/errors/elif-error.ts'
import { fieldTypes } from '../../src/fields/field-types.ts'
import { parseField, writtenField } from '../../src/fields/parse-field.ts'
import { parseFields } from '../../src/fields/parse-fields.ts'

const fault = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof ElifError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'no error'
}

describe('a field', () => {
  test('has a name in TypeScript and one in the database', () => {
    const read = ['unitPrice:integer', 'unit_price:integer', 'UnitPrice:integer'].map(parseField)
    expect(read.map(({ name, column }) => `${name} ${column}`)).toEqual(
      Array(3).fill('unitPrice unit_price'),
    )
  })

  test('says its settings, whether it is optional, and its modifiers', () => {
    const { shape, ...field } = parseField('unit_price:decimal( 10 , 2 )?:unique')
    expect(field).toEqual({
      name: 'unitPrice',
      column: 'unit_price',
      type: 'decimal',
      settings: ['10', '2'],
      optional: true,
      unique: true,
      index: false,
    })
    expect(shape.column).toBe("'numeric(10, 2)'")
  })

  test('is unique with an index of its own, which :index adds nothing to', () => {
    expect(writtenField(parseField('email:string:index:unique'))).toBe('email:string:unique')
  })

  test.each([...fieldTypes.values()])('can be the example of the type $name', ({ example }) => {
    expect(writtenField(parseField(example))).toBe(example)
  })

  test('is written in one way that reads back as the same field', () => {
    const type = fc.constantFrom(...[...fieldTypes.values()].map(({ example }) => example))
    const name = fc.stringMatching(/^[a-z]{1,9}(_[a-z]{1,9})?$/)
    fc.assert(
      fc.property(name, type, fc.boolean(), (field, example, optional) => {
        fc.pre(!/^(then|id|constructor|prototype|proto|(created|updated)_at)$/.test(field))
        const text = `${field}:${example.split(':')[1]}${optional ? '?' : ''}`
        const written = writtenField(parseField(text))
        expect(writtenField(parseField(written))).toBe(written)
      }),
    )
  })
})

describe('a field that cannot be read', () => {
  test.each([
    ['name', 'field-malformed: The field "name" cannot be read: it has no type (at character 5).'],
    [
      'name:',
      'field-malformed: The field "name:" cannot be read: it has no type (at character 6).',
    ],
    [
      ':string',
      'field-malformed: The field ":string" cannot be read: it has no name (at character 1).',
    ],
    [
      'name?:string',
      'field-malformed: The field "name?:string" cannot be read: the "?" belongs behind the type (at character 5).',
    ],
    [
      'price:decimal(10,2',
      'field-malformed: The field "price:decimal(10,2" cannot be read: the parenthesis "(" is not closed (at character 7).',
    ],
    [
      'name:strin',
      'field-type-unknown: The field "name:strin" has the type "strin" (at character 6), which does not exist.',
    ],
    [
      'name:string:uniq',
      'field-modifier-unknown: The field "name:string:uniq" ends with ":uniq" (at character 12), which says nothing.',
    ],
    [
      'price:decimal',
      'field-type-settings: The field "price:decimal" cannot be made: a decimal takes its number of digits, from 1 to 1000.',
    ],
    [
      'price:decimal(2,3)',
      'field-type-settings: The field "price:decimal(2,3)" cannot be made: a decimal of 2 digits has from 0 to 2 behind the point.',
    ],
    [
      'name:string(0)',
      'field-type-settings: The field "name:string(0)" cannot be made: the length of a string is a whole number from 1 to 10485760, not 0.',
    ],
    [
      "kind:enum(a,b')",
      'field-type-settings: The field "kind:enum(a,b\')" cannot be made: "b\'" cannot be a value of an enum.',
    ],
    [
      'kind:enum(a)',
      'field-type-settings: The field "kind:enum(a)" cannot be made: an enum needs at least two values.',
    ],
    [
      'kind:enum(a,a)',
      'field-type-settings: The field "kind:enum(a,a)" cannot be made: the enum says "a" twice.',
    ],
    [
      'notes:text(5)',
      'field-type-settings: The field "notes:text(5)" cannot be made: text takes no settings; a string takes a length.',
    ],
    ['id:uuid', 'field-name-reserved: A field cannot be called "id": every resource has an id.'],
    [
      'created_at:date',
      'field-name-reserved: A field cannot be called "created_at": every resource has a createdAt.',
    ],
    [
      'constructor:text',
      'field-name-reserved: A field cannot be called "constructor": every object has it.',
    ],
    [
      '__proto__:text',
      'field-name-reserved: A field cannot be called "__proto__": every object has it.',
    ],
    [
      'toString:text',
      'field-name-reserved: A field cannot be called "toString": every object has it.',
    ],
    ['na me:text', 'field-name-invalid: A field cannot be called "na me": it contains " ".'],
    ['größe:text', 'field-name-invalid: A field cannot be called "größe": it contains "ö".'],
    [
      '1st:text',
      'field-name-invalid: A field cannot be called "1st": it does not begin with a letter from a to z.',
    ],
    [
      'a__b:text',
      'field-name-invalid: A field cannot be called "a__b": it has a "_" where no word follows.',
    ],
    [
      'notes:text:index',
      'field-not-indexable: The field "notes:text:index" cannot be unique or indexed: its values can be longer than an index takes.',
    ],
    [
      'sent:boolean:unique',
      'field-not-indexable: The field "sent:boolean:unique" cannot be unique or indexed: a boolean has so few values that the table would be full after a few rows.',
    ],
  ])('%s says what is wrong', (text, says) => {
    expect(fault(() => parseField(text))).toBe(says)
  })

  test.each([
    ['stat:enmu(a,b)', 'enum'],
    ['born:datetime', 'timestamp'],
    ['on:bool', 'boolean'],
  ])('%s suggests the type that was meant', (text, meant) => {
    expect(() => parseField(text)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(`Did you mean ${meant}? `) }),
    )
  })

  test('of an unknown type lists the types', () => {
    expect(() => parseField('name:colour')).toThrow(
      expect.objectContaining({
        hint: 'The types are string, text, integer, bigint, decimal, boolean, uuid, date, timestamp, json, enum.',
      }),
    )
  })

  test('with a name too long for a column is refused', () => {
    const name = 'a'.repeat(64)
    expect(fault(() => parseField(`${name}:text`))).toBe(
      `field-name-invalid: A field cannot be called "${name}": its column would be longer than 63 bytes.`,
    )
  })

  test('twice is refused under every spelling', () => {
    expect(fault(() => parseFields(['unitPrice:text', 'unit_price:integer']))).toBe(
      'field-duplicate: "unit_price:integer" and "unitPrice" are the same field.',
    )
  })
})
