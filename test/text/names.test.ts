import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ElifError } from '../../src/errors/elif-error.ts'
import { articleFor, bindingOf, namesOf, spellingsOf } from '../../src/text/names.ts'

const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return error instanceof ElifError ? `${error.code}: ${error.message} ${error.hint}` : error
  }
  return 'no error'
}

describe('a noun', () => {
  test('has every spelling, for one and for many', () => {
    expect(namesOf('OrderLine')).toEqual({
      pascal: 'OrderLine',
      camel: 'orderLine',
      kebab: 'order-line',
      snake: 'order_line',
      constant: 'ORDER_LINE',
      title: 'Order Line',
      sentence: 'Order line',
      words: 'order line',
      article: 'an',
      plural: {
        pascal: 'OrderLines',
        camel: 'orderLines',
        kebab: 'order-lines',
        snake: 'order_lines',
        constant: 'ORDER_LINES',
        title: 'Order Lines',
        sentence: 'Order lines',
        words: 'order lines',
      },
    })
  })

  test.each([
    ['product', 'Product', 'products'],
    ['Products', 'Product', 'products'],
    ['paper_kite', 'PaperKite', 'paper-kites'],
    ['paper kite', 'PaperKite', 'paper-kites'],
    ['HTTPRequest', 'HttpRequest', 'http-requests'],
    ['http-request', 'HttpRequest', 'http-requests'],
    ['userID', 'UserId', 'user-ids'],
    ['line 2', 'Line2', 'line2s'],
    ['Category', 'Category', 'categories'],
    ['Person', 'Person', 'people'],
    ['Status', 'Status', 'statuses'],
    ['Address', 'Address', 'addresses'],
    ['Analysis', 'Analysis', 'analyses'],
    ['Canvas', 'Canvas', 'canvases'],
    ['Lens', 'Lens', 'lenses'],
    ['Cache', 'Cache', 'caches'],
    ['Shelves', 'Shelf', 'shelves'],
    ['SalesPerson', 'SalesPerson', 'sales-people'],
  ])('%s is %s, many are %s', (noun, one, many) => {
    expect([namesOf(noun).pascal, namesOf(noun).plural.kebab]).toEqual([one, many])
  })

  test.each(['sheep', 'Equipment', 'Series', 'News', 'Data', 'Media'])(
    'that is alike for one and many (%s) has two identifiers',
    (noun) => {
      const { pascal, camel, words, plural } = namesOf(noun)
      expect(plural).toMatchObject({ pascal: `${pascal}List`, camel: `${camel}List`, words })
    },
  )

  test('takes the plural that it is given', () => {
    expect(namesOf('Matrix', { plural: 'matrixes' }).plural.snake).toBe('matrixes')
    expect(namesOf('Data', { plural: 'DataSets' }).plural.pascal).toBe('DataSets')
  })

  test('keeps its spellings when one of them is read again', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}[0-9]{0,2}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
        const spelled = spellingsOf(words.join(' '))
        expect(spellingsOf(spelled.kebab)).toEqual(spelled)
        expect(spellingsOf(spelled.snake)).toEqual(spelled)
      }),
    )
  })

  test('goes with the article it sounds like', () => {
    const words = [
      'product',
      'order',
      'user',
      'hour',
      'unit',
      'url',
      'http request',
      'sms',
      'csv file',
    ]
    expect(words.map((each) => `${articleFor(each)} ${each}`)).toEqual([
      'a product',
      'an order',
      'a user',
      'an hour',
      'a unit',
      'a url',
      'an http request',
      'an sms',
      'a csv file',
    ])
  })
})

describe('a name that cannot be one', () => {
  test.each([
    ['__proto__', '"__proto__" cannot be a name: it does not begin with a letter from a to z.'],
    ['', '"" cannot be a name: it is empty.'],
    ['  ', '"  " cannot be a name: it is empty.'],
    ['../etc', '"../etc" cannot be a name: it does not begin with a letter from a to z.'],
    ['a/b', '"a/b" cannot be a name: it contains "/".'],
    ['a\u0000b', '"a\\u0000b" cannot be a name: it contains "\\u0000".'],
    ['Größe', '"Größe" cannot be a name: it contains "ö".'],
    ['Product;drop', '"Product;drop" cannot be a name: it contains ";".'],
    ['2fast', '"2fast" cannot be a name: it does not begin with a letter from a to z.'],
    ['order-', '"order-" cannot be a name: it has a separator where no word follows.'],
    ['order--line', '"order--line" cannot be a name: it has a separator where no word follows.'],
    ['x'.repeat(61), `"${'x'.repeat(60)}…" cannot be a name: it is longer than 60 characters.`],
  ])('%j is refused with its fault', (name, says) => {
    expect(codeOf(() => namesOf(name))).toBe(
      `name-invalid: ${says} A name is made of letters from a to z, digits, "-" and "_", such as LineItem or line-item.`,
    )
  })

  test.each(['Class', 'function', 'Object', 'constructor', 'toString', 'Http', 'globalThis'])(
    '%s is refused with another one',
    (name) => {
      expect(codeOf(() => namesOf(name))).toMatch(/^name-reserved: .* for example \w+Entry\.$/)
    },
  )

  test.each(['Migration', 'migrations', 'Health'])(
    '%s is refused: every app has its own',
    (name) => {
      expect(codeOf(() => namesOf(name))).toMatch(/^name-reserved: /)
      expect(namesOf(`Data${name}`).pascal).toMatch(/^Data/)
    },
  )

  test('as a variable can still be a name of a file', () => {
    expect(spellingsOf('delete').kebab).toBe('delete')
    expect(codeOf(() => bindingOf('delete'))).toMatch(/^name-reserved/)
    expect(codeOf(() => bindingOf('platform'))).toMatch(/^name-reserved/)
  })
})
