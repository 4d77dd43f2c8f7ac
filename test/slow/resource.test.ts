import { beforeAll, expect, test } from 'vitest'

import { type MadeApp, makeApp } from '../made-app/made-app.ts'
import { json, type RunningApp, startApp } from '../made-app/running-app.ts'

const fields = [
  'sku:string(20):unique',
  'title:string?:index',
  'notes:text',
  'stock:integer',
  'views:bigint?',
  'price:decimal(10,2)',
  'rate:decimal(3,3)?:unique',
  'available:boolean',
  'externalId:uuid?',
  'publishedOn:date:index',
  'soldAt:timestamp?',
  'settings:json?',
  'status:enum(draft,sent)',
]

/** Fields whose schemas bring in every helper. */
const words = ['at:timestamp?', 'data:json', 'state:enum(a,b)', 'price:decimal(4,2)', 'on:date']
const plausible = `
  Text Day List Test Page Reply Request Query Item Policy Event Order Group Column Document Message
  Row Value Key Type Module Update Count Limit Sample App Decimal Timestamp Patch Input Field Status
  Config Platform Sheep`
  .trim()
  .split(/\s+/)

const good = (sku: string) => ({
  sku,
  notes: '',
  stock: 1,
  price: '1.00',
  available: true,
  publishedOn: '2026-01-31',
  status: 'draft',
})

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])

/** What a caller can send that a database, a driver or a parser has been known to trip over. */
const groups: unknown[][] = [
  [null, true, 0, -1, 1.5, 1e308, 2_147_483_648, -2_147_483_649],
  ['', ' ', 'a\0b', '\ud800', '😀'.repeat(10), 'x'.repeat(256), 'x'.repeat(100_000)],
  ['9223372036854775807', '9223372036854775808', '-0', '1e5', 'NaN', 'Infinity', '0x10'],
  ['99999999.99', '100000000', '0.999', '0.9999', '.5', '1.'],
  ['2026-02-29', '0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01', 'infinity'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59.999-14:00'],
  ['1883-11-18T12:03:58.000Z', '2026-06-30T23:59:60Z', '2026-01-31T12:00:00.123456789Z'],
  ['00000000-0000-0000-0000-000000000000', '__proto__', 'constructor', "'; drop table things"],
  [[], {}, [null], { a: '\0' }, { '\0': 1 }, { a: '\udfff' }, nested(120)],
]
const naughty = groups.flat()

let app: MadeApp

beforeAll(async () => {
  app = (await makeApp({ name: 'shop' })).with({ TZ: 'Europe/Amsterdam' })
  await app.mustElif('make:resource', 'Thing', ...fields)
})

test('the schema file says before the migration what the database says after it', async () => {
  const before = app.read('database/schema.ts')
  await app.mustElif('migrate')
  expect(app.read('database/schema.ts')).toBe(before)
})

test('a noun may be a word that generated code uses itself', async () => {
  const nouns = await makeApp({ name: 'nouns' })
  for (const noun of plausible) {
    await nouns.mustElif('make:resource', noun, 'name:string:unique', ...words)
  }
  await nouns.npm('typecheck')
  await nouns.npm('lint')
  await nouns.npm('format:check')
  expect(nouns.read('src/app.ts')).toContain('createSheepModule')
})

test('nothing that a caller sends is answered with a fault of the server', async () => {
  const unlimited = app.with({ RATE_LIMIT: '0', RATE_LIMIT_WRITES: '0' })
  await using running = await startApp(unlimited, ['node', 'elif', 'dev'])
  const created = await running.ask('/things', json('POST', good('first')))
  const url = `/things/${(created.body as { id: string }).id}`
  const faults: unknown[] = []
  let number = 0
  for (const field of [...Object.keys(good('')), ...optional]) {
    for (const value of naughty) {
      const body = { ...good(`sku ${number++}`), [field]: value }
      const posted = await running.ask('/things', json('POST', body))
      const patched = await running.ask(url, json('PATCH', { [field]: value }))
      const wrong = [posted, patched].filter(({ status }) => ![200, 201, 409, 422].includes(status))
      faults.push(...wrong.map((answer) => ({ field, value, answer })))
    }
  }
  expect(faults).toEqual([])
  expect(await seenByCursor(running)).toBe(await totalOf(running))
})

test('a moment is answered as it was sent, in every zone and century', async () => {
  await using running = await startApp(app, ['node', 'elif', 'dev'])
  const moments = [
    '0001-01-01T00:00:00.000Z',
    '1883-11-18T12:03:58.000Z',
    '9999-12-31T23:59:59.999Z',
  ]
  for (const [number, soldAt] of moments.entries()) {
    const posted = await running.ask('/things', json('POST', { ...good(`at ${number}`), soldAt }))
    expect(posted).toMatchObject({ status: 201, body: { soldAt } })
  }
})

const optional = ['title', 'views', 'rate', 'externalId', 'soldAt', 'settings']

type Page = { items: { id: string }[]; next: string | null; total?: number }

/** How many different things the cursor leads past. */
async function seenByCursor(running: RunningApp): Promise<number> {
  const seen = new Set<string>()
  let next: string | null = ''
  while (next !== null) {
    const { body } = await running.ask(`/things?limit=7${next && `&cursor=${next}`}`)
    const page = body as Page
    for (const { id } of page.items) seen.add(id)
    next = page.next
  }
  return seen.size
}

async function totalOf(running: RunningApp): Promise<number | undefined> {
  return ((await running.ask('/things?page=1&limit=1')).body as Page).total
}
