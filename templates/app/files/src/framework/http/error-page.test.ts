import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { invalid } from './problem.ts'
import type { Http } from './server.ts'

const broken = (http: Http) => {
  http.get('/broken', async () => {
    throw new Error('a <b>bold</b> failure')
  })
  http.get('/upstream', async () => {
    throw Object.assign(new Error('their secret'), { statusCode: 404, code: 'ECUSTOM' })
  })
  http.get('/odd', async () => {
    throw 'only a text'
  })
  http.get('/invalid', async () => {
    throw invalid('No.', { errors: [{ in: 'query', field: 'a', detail: 'is <odd>' }] })
  })
}

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'x-request-id': 'request-1' }
const ask = (http: Http, url: string, headers = {}) => http.inject({ method: 'GET', url, headers })

test('a browser gets a page with the message, the place and the id of the request', async () => {
  await using http = openHttp(broken, { showErrors: true })
  const reply = await ask(http, '/broken?token=t', browser)
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([
    500,
    'text/html; charset=utf-8',
  ])
  expect(reply.body).toContain('<h1>Error: a &lt;b&gt;bold&lt;/b&gt; failure</h1>')
  expect(reply.body).toMatch(/<h2>src\/framework\/http\/error-page\.test\.ts:\d+<\/h2>/)
  expect(reply.body).toMatch(/^&gt; +\d+ \| +throw new Error\(&#39;a &lt;b&gt;bold/m)
  expect(reply.body).toContain('<small>GET /broken<br>request request-1</small>')
  expect(reply.body).not.toMatch(/<(b|i)>/)
  expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
})

test.each([browser, {}])(
  'what is thrown is shown without the secrets of the settings',
  async (headers) => {
    const redact = (text: string) => text.replaceAll('bold', '[secret]')
    await using http = openHttp(broken, { showErrors: true, redact })
    const { body } = await ask(http, '/upstream', headers)
    expect(body).toContain('their secret')
    const shown = (await ask(http, '/broken', headers)).body.split('<pre>', 1)[0]
    expect(shown).toContain('[secret]')
    expect(shown).not.toContain('bold')
  },
)

test('the page holds nothing of the environment', async () => {
  process.env['KITE_WORD'] = 'a word of the environment'
  await using http = openHttp(broken, { showErrors: true })
  const reply = await ask(http, '/broken', { ...browser, cookie: 'session=of-a-person' })
  delete process.env['KITE_WORD']
  expect(reply.body).not.toMatch(/a word of the environment|of-a-person/)
})

test('the page names the fields of a problem', async () => {
  await using http = openHttp(broken, { showErrors: true })
  expect((await ask(http, '/invalid', browser)).body).toContain('<p>query a: is &lt;odd&gt;</p>')
})

test('others get JSON, whatever else they take', async () => {
  await using http = openHttp(broken, { showErrors: true })
  for (const accept of ['*/*', 'application/json, text/html;q=0.5']) {
    expect((await ask(http, '/broken', { accept })).json()).toMatchObject({ code: 'unforeseen' })
  }
})

test.each(['/broken', '/upstream', '/odd'])(
  'where errors are not shown, %s says nothing of what happened, to a browser either',
  async (url) => {
    await using http = openHttp(broken, { showErrors: false })
    const reply = await ask(http, url, browser)
    expect(reply.json()).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      code: 'unforeseen',
      detail: 'The server could not complete the request.',
      hint: 'The log of the server says more under this request id.',
      requestId: 'request-1',
    })
  },
)
