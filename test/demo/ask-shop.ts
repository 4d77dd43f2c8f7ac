import { deepStrictEqual } from 'node:assert'

import { z } from 'zod'

import { say } from './say.ts'

const kite = { name: 'Paper kite', price: '19.90', description: null, available: true }
const Made = z.object({ id: z.uuid() })

/** Asks the shop what a client would ask, shows every answer and stops at the first wrong one. */
export async function askShop(url: string): Promise<void> {
  const made = await ask(url, 'POST', '/products', 201, kite)
  const { id } = Made.parse(made)
  await ask(url, 'GET', '/products', 200)
  await ask(url, 'GET', `/products/${id}`, 200)
  await ask(url, 'POST', '/products', 422, { ...kite, price: '19.999' })
  await ask(url, 'GET', '/products/0198f0de-0000-7000-8000-000000000000', 404)
}

async function ask(url: string, method: string, path: string, expected: number, sent?: unknown) {
  say.request(`${method} ${path}${sent === undefined ? '' : ` ${JSON.stringify(sent)}`}`)
  const answer = await fetch(url + path, {
    method,
    ...(sent === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
  })
  const body: unknown = await answer.json()
  say.answer(answer.status, body)
  deepStrictEqual(answer.status, expected, `${method} ${path} answered ${answer.status}`)
  return body
}
