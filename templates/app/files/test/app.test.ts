import { expect, test } from 'vitest'

import { createParts } from '#app/framework/lifecycle/parts.ts'
import { openTestApp } from './open-test-app.ts'

test('the app is live, and ready when what it stands on answers', async () => {
  await using app = await openTestApp()
  expect(await app.get('/health/live').ok()).toEqual({ status: 'live' })
  expect(await app.get('/health/ready').ok()).toEqual({ status: 'ready' })
})

test('a part of the platform that fails its check makes the app unready, and is replaced by passing it', async () => {
  const { log } = (await openTestApp()).platform
  const parts = createParts(log)
  parts.add({ name: 'mail', check: () => Promise.reject(new Error('away')) })
  await using app = await openTestApp({ parts })
  const problem = await app.get('/health/ready').problem(503)
  expect(problem.detail).toBe('The mail does not answer.')
})

test('a path that nothing answers is a problem with a code and the id of the request', async () => {
  await using app = await openTestApp()
  const headers = { 'x-request-id': 'request-1' }
  const problem = await app.request({ method: 'GET', url: '/nowhere', headers }).problem(404)
  expect(problem).toEqual({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    code: 'not-found',
    detail: 'There is nothing at /nowhere.',
    requestId: 'request-1',
  })
})

test('a method that a path does not take is answered with those it does', async () => {
  await using app = await openTestApp()
  const answer = app.post('/health/live')
  expect((await answer.problem(405)).detail).toBe('/health/live does not take POST.')
  expect((await answer.response()).headers.allow).toBe('GET, HEAD, OPTIONS')
})
