import { expect, test } from 'vitest'

import { fixedClock } from '#app/framework/clock/clock.ts'
import { pageReply } from '#app/framework/http/page.ts'
import { openTestApp } from '../../../test/open-test-app.ts'
import { PaperKiteReply } from './paper-kite.ts'

const noon = '2026-01-31T12:00:00.000Z'
const unknown = '/paper-kites/019a9e3c-0000-7000-8000-000000000000'
const PaperKitePage = pageReply(PaperKiteReply)

// #region when:unique
let number = 0

// #endregion when:unique
/** What a caller sends. */
function samplePaperKite() {
  // #region when:unique
  number += 1
  // #endregion when:unique
  return {
    // #region hole:sample
    name: `value ${number}`,
    span: '0.01',
    flights: '9007199254740993',
    builtOn: '2026-01-31',
    flownAt: '2026-01-31T12:00:00.000Z',
    state: 'new',
    details: { one: [1, 'two'] },
    // #endregion hole:sample
  }
}

test('a paper kite is kept as it was sent', async () => {
  await using app = await openTestApp({ clock: fixedClock(noon) })
  const sample = samplePaperKite()
  const created = await app.post('/paper-kites', sample).created(PaperKiteReply)
  expect(created).toEqual({ id: created.id, ...sample, createdAt: noon, updatedAt: noon })
  expect(await app.get(`/paper-kites/${created.id}`).ok(PaperKiteReply)).toEqual(created)
})

test('paper kites come in pages, by number and by cursor', async () => {
  await using app = await openTestApp({ clock: fixedClock(noon) })
  const create = () => app.post('/paper-kites', samplePaperKite()).created(PaperKiteReply)
  const created = await Promise.all([create(), create(), create()])
  const ids = created
    .map(({ id }) => id)
    .toSorted()
    .toReversed()

  const first = await app.get('/paper-kites?limit=2').ok(PaperKitePage)
  const rest = await app.get(`/paper-kites?limit=2&cursor=${first.next}`).ok(PaperKitePage)
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids)

  const second = await app.get('/paper-kites?limit=2&page=2').ok(PaperKitePage)
  expect(second).toEqual({ items: rest.items, next: null, total: 3 })
})

test('a change of a paper kite writes what it names and leaves the rest', async () => {
  await using app = await openTestApp()
  const created = await app.post('/paper-kites', samplePaperKite()).created(PaperKiteReply)
  const url = `/paper-kites/${created.id}`
  expect(await app.patch(url, {}).ok(PaperKiteReply)).toEqual(created)

  const patch = {
    // #region hole:patch
    span: '0.02',
    // #endregion hole:patch
  }
  const changed = await app.patch(url, patch).ok(PaperKiteReply)
  expect(changed).toEqual({ ...created, ...patch, updatedAt: changed.updatedAt })
  expect(await app.get(url).ok(PaperKiteReply)).toEqual(changed)
})

test('a paper kite that was removed is gone', async () => {
  await using app = await openTestApp()
  const { id } = await app.post('/paper-kites', samplePaperKite()).created()
  await app.delete(`/paper-kites/${id}`).noContent()
  const { detail } = await app.get(`/paper-kites/${id}`).problem(404)
  expect(detail).toBe(`There is no paper kite ${id}.`)
})

test('what is not there is answered with a 404', async () => {
  await using app = await openTestApp()
  const problems = await Promise.all([
    app.get(unknown).problem(404),
    app.patch(unknown, {}).problem(404),
    app.patch(unknown, samplePaperKite()).problem(404),
    app.delete(unknown).problem(404),
    app.get('/paper-kites/not-an-id').problem(404),
  ])
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['not-found']))
})

test('every field that is not valid is named', async () => {
  await using app = await openTestApp()
  const invalid = {
    // #region hole:invalid
    name: '',
    span: '1000000000',
    flights: '9223372036854775808',
    builtOn: '2026-02-29',
    flownAt: 'yesterday',
    state: 'no such value',
    details: '\0',
    // #endregion hole:invalid
  }
  const { errors } = await app.post('/paper-kites', invalid).problem(422)
  expect(new Set(errors?.map(({ field }) => field))).toEqual(new Set(Object.keys(invalid)))
})

// #region when:unique
test.each([
  // #region hole:unique
  'name',
  // #endregion hole:unique
] as const)('no two paper kites have the same %s', async (field) => {
  await using app = await openTestApp()
  const first = samplePaperKite()
  await app.post('/paper-kites', first).created()
  const second = { ...samplePaperKite(), [field]: first[field] }
  const { errors } = await app.post('/paper-kites', second).problem(409)
  expect(errors).toEqual([{ in: 'body', field, detail: 'is already taken' }])
})
// #endregion when:unique
// #region when:optional

test('what a paper kite need not have is null', async () => {
  await using app = await openTestApp()
  const sample = {
    ...samplePaperKite(),
    // #region hole:absent
    flownAt: undefined,
    details: undefined,
    // #endregion hole:absent
  }
  expect(await app.post('/paper-kites', sample).created(PaperKiteReply)).toMatchObject({
    // #region hole:nulls
    flownAt: null,
    details: null,
    // #endregion hole:nulls
  })
})
// #endregion when:optional
