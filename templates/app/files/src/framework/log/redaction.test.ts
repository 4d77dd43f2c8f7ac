import { execFileSync } from 'node:child_process'

import { expect, test } from 'vitest'

/** Writes to standard output, as the log of a running app does. */
const program = `
  import { createLog } from '#app/framework/log/log.ts'
  import { unavailable } from '#app/framework/http/problem.ts'
  import { openGuarded } from './test/open-guarded.ts'

  const log = createLog({ level: 'info', redact: (line) => line })
  const http = openGuarded({}, { log }, (routes) => {
    routes.get('/kites', async (request, reply) => {
      const { headers } = request
      reply.header('set-cookie', 'session=hidden')
      log.info(headers, 'at the top')
      log.info({ headers, password: 'hidden', token: 'hidden' }, 'one level down')
      log.info({ request: { headers }, reply: { headers: reply.getHeaders() } }, 'two levels down')
      request.log.info({ req: request, res: reply }, 'the request itself')
      const cause = Object.assign(new Error('broken'), { headers, detail: 'hidden', where: 'hidden' })
      log.error({ err: unavailable('The kites are away.', { cause }) }, 'with a cause')
      log.error({ kites: [cause], other: cause }, 'under another name')
      throw cause
    })
  })
  const headers = {
    authorization: 'Bearer hidden',
    cookie: 'session=hidden',
    'proxy-authorization': 'Basic hidden',
    'x-api-key': 'hidden',
    'x-csrf-token': 'hidden',
  }
  await http.inject({ url: '/kites?token=hidden&password=hidden', headers })
`

test('no line of the log holds a credential, a cookie or a query', () => {
  const words = ['--input-type=module-typescript', '--eval', program]
  const lines = execFileSync(process.execPath, words, { encoding: 'utf8' }).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    'at the top',
    'one level down',
    'two levels down',
    'the request itself',
    'with a cause',
    'under another name',
    'unforeseen',
    'request',
  ])
  expect(lines.filter((line) => line.includes('hidden'))).toEqual([])
  const { err } = JSON.parse(lines[4] ?? '')
  expect(err).toMatchObject({ type: 'Problem', message: 'The kites are away.: broken' })
  expect(err.stack).toContain('caused by: Error: broken')
  expect(JSON.parse(lines[3] ?? '').req).toEqual({ method: 'GET', path: '/kites' })
})
