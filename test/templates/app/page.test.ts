import { expect, test } from 'vitest'
import { z } from 'zod'

import { listQuery, toPage } from '../../../templates/app/files/src/framework/http/page.ts'

const rows = ['1', '2', '3'].map((digit) => ({
  id: `00000000-0000-7000-8000-00000000000${digit}`,
  name: `kite ${digit}`,
}))
const ByName = listQuery(z.string())
const faults = (query: object) => ByName.safeParse(query).error?.issues.map((each) => each.message)

test('cuts a page and gives the cursor for the next one', () => {
  const page = toPage(rows, 2, (row) => row.name)
  expect(page.items).toEqual(rows.slice(0, 2))
  expect(ByName.parse({ limit: '2', cursor: page.next })).toEqual({
    limit: 2,
    cursor: { key: 'kite 2', id: rows[1]?.id },
  })
})

test('the last page has no next one', () => {
  expect(toPage(rows, 3, (row) => row.name)).toEqual({ items: rows, next: null })
  expect(toPage([], 3, () => '')).toEqual({ items: [], next: null })
})

test('asks for twenty where nothing is said', () => {
  expect(ByName.parse({})).toEqual({ limit: 20 })
})

test.each([
  [{ limit: '0' }, 'Too small: expected number to be >=1'],
  [{ limit: '101' }, 'Too big: expected number to be <=100'],
  [{ page: '0' }, 'Too small: expected number to be >=1'],
  [{ sort: 'name' }, 'Unrecognized key: "sort"'],
  [{ cursor: 'made-up' }, 'Not a cursor that this list gave'],
  [{ cursor: btoa('["kite", "no id"]') }, 'Not a cursor that this list gave'],
  [
    { cursor: toPage(rows, 1, (row) => row.name).next, page: '1' },
    'Ask for a page or with a cursor, not both',
  ],
])('refuses %j', (query, because) => {
  expect(faults(query)).toEqual([because])
})
