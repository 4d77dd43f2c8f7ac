import { expect, test } from 'vitest'

import { answering, openTinyApp } from './tiny-app.ts'

test('a request that comes before the app is ready waits for it', async () => {
  await using app = await openTinyApp()
  const reply = await app.get()
  expect(await reply.text()).toBe('one')
  expect(reply.headers.get('x-elif-stale')).toBe(null)
})

test('new code answers after a save, on the same connection', async () => {
  await using app = await openTinyApp()
  expect(await (await app.get()).text()).toBe('one')
  const ready = app.next('ready')
  app.put('src/app.ts', answering('two'))
  await ready
  expect(await (await app.get()).text()).toBe('two')
  expect(app.kinds()).toEqual(['listening', 'ready', 'changed', 'ready'])
})

test('keeps the old app answering while the new code does not parse', async () => {
  await using app = await openTinyApp()
  await app.first
  const failed = app.next('failed')
  app.put('src/app.ts', 'export const answer = (\n\nconst broken: = 1\n')
  const { fault, stale } = await failed
  expect(stale).toBe(true)
  expect(fault).toEqual({
    code: 'dev-syntax',
    says: 'This does not parse: Expression expected',
    hint: 'Save it again when it does; elif dev is watching.',
    at: { path: 'src/app.ts', line: 3, column: 1 },
    frame: [
      '  1 | export const answer = (',
      '  2 |',
      '> 3 | const broken: = 1',
      '    | ^',
      '  4 |',
    ].join('\n'),
  })
  const reply = await app.get()
  expect(await reply.text()).toBe('one')
  expect(reply.headers.get('x-elif-stale')).toBe('1')

  const ready = app.next('ready')
  app.put('src/app.ts', answering('three'))
  await ready
  const mended = await app.get()
  expect(await mended.text()).toBe('three')
  expect(mended.headers.get('x-elif-stale')).toBe(null)
})

test('a broken file stays the reason while another file is saved', async () => {
  await using app = await openTinyApp()
  await app.first
  const first = app.next('failed')
  app.put('src/app.ts', 'enum Kind { one }\n')
  expect((await first).fault.code).toBe('dev-syntax-unsupported')
  const second = app.next('failed')
  app.put('src/other.ts', 'export const fine = 1\n')
  expect((await second).fault).toMatchObject({
    says: 'Node cannot run this as it is: TypeScript enum is not supported in strip-only mode',
    at: { path: 'src/app.ts', line: 1, column: 1 },
  })
})

test('keeps the old app answering when the new one throws at its start', async () => {
  await using app = await openTinyApp()
  await app.first
  const failed = app.next('failed')
  app.put('src/app.ts', `${answering('two')}\nthrow new TypeError('no answer today')\n`)
  const { fault } = await failed
  expect(fault).toMatchObject({
    code: 'dev-boot',
    says: 'The app did not start: TypeError: no answer today',
    at: { path: 'src/app.ts', line: 6, column: 7 },
    trace: 'at src/app.ts:6:7',
  })
  expect(await (await app.get()).text()).toBe('one')
})

test('names the file and line of an import that does not exist', async () => {
  await using app = await openTinyApp()
  await app.first
  const failed = app.next('failed')
  app.put('src/app.ts', `import { none } from './none.ts'\n${answering('two')}`)
  app.put('src/none.ts', 'export const some = 1\n')
  const { fault } = await failed
  expect(fault.says).toBe(
    `The app did not start: SyntaxError: The requested module './none.ts' does not provide an export named 'none'`,
  )
  expect(fault.at).toMatchObject({ path: 'src/app.ts', line: 1 })
})

test('answers with the fault while no app ever started, as JSON or as a page', async () => {
  await using app = await openTinyApp(`throw new Error('no <config>')\n${answering('one')}`)
  const reply = await app.get('/', { method: 'POST', body: 'text' })
  expect(reply.status).toBe(503)
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
  expect(await reply.json()).toEqual({
    type: 'about:blank',
    title: 'The app is not running',
    status: 503,
    code: 'dev-boot',
    detail: 'The app did not start: no <config>',
    hint: 'Change what is wrong and save; elif dev tries again by itself.',
    at: { path: 'src/app.ts', line: 1, column: 7 },
    frame: [
      "> 1 | throw new Error('no <config>')",
      '    |       ^',
      '  2 |',
      "  3 | import type { ServerResponse } from 'node:http'",
    ].join('\n'),
    trace: 'at src/app.ts:1:7',
  })
  const page = await app.get('/', { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('<h1>The app did not start: no &lt;config&gt;</h1>')

  const ready = app.next('ready')
  app.put('src/app.ts', answering('now'))
  await ready
  expect(await (await app.get()).text()).toBe('now')
})

test('says that a running app ended, and starts it again on the next change', async () => {
  await using app = await openTinyApp(
    `export const answer = (request: { url: string }, response: any) =>
       request.url === '/die' ? process.exit(3) : response.end('alive')\n`,
  )
  const exited = app.next('exited')
  const lost = await app.get('/die')
  expect(lost.status).toBe(502)
  expect((await exited).fault.says).toBe('The app ended with code 3.')
  expect((await app.get()).status).toBe(503)
  const ready = app.next('ready')
  app.put('src/app.ts', answering('again'))
  await ready
  expect(await (await app.get()).text()).toBe('again')
})

test('a save that changes nothing costs nothing', async () => {
  await using app = await openTinyApp()
  await app.first
  app.put('src/app.ts', answering('one'))
  app.put('src/ignored.test.ts', 'a test')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await (await app.get()).text()).toBe('one')
  expect(app.kinds()).toEqual(['listening', 'ready'])
})

const places = ['.env', '.env.development', '.env.staging', 'config/development.json']

test.each([...places, 'config/development.yaml', 'config/test.toml'])(
  'a change of %s starts the app anew',
  async (path) => {
    await using app = await openTinyApp()
    await app.first
    const ready = app.next('ready')
    app.put(path, '{}')
    await ready
    expect(app.kinds()).toEqual(['listening', 'ready', 'changed', 'ready'])
  },
)

test('an app that could speak TLS is told not to behind the front door', async () => {
  await using app = await openTinyApp(`
import type { ServerResponse } from 'node:http'

export const answer = (request: unknown, response: ServerResponse) => response.end(process.env.TLS)
`)
  expect(await (await fetch(app.url)).text()).toBe('false')
})

test('a migration is told and does not restart the app', async () => {
  await using app = await openTinyApp()
  await app.first
  app.put('database/migrations/20261120T101500-create-kites.ts', 'export {}\n')
  await expect.poll(app.migrations).toBe(1)
  expect(app.kinds()).toEqual(['listening', 'ready'])
})

test('no request fails and none gets old code while saves follow each other', async () => {
  await using app = await openTinyApp()
  await app.first
  const seen: string[] = []
  const going = new AbortController()
  const client = async () => {
    while (!going.signal.aborted) {
      const reply = await app.get()
      seen.push(`${reply.status} ${await reply.text()}`)
    }
  }
  const clients = [client(), client(), client()]
  for (let save = 1; save <= 5; save += 1) {
    const ready = app.next('ready')
    app.put('src/app.ts', answering(`save ${save}`))
    await ready
    expect(await (await app.get()).text()).toBe(`save ${save}`)
  }
  going.abort()
  await Promise.all(clients)
  expect(seen.filter((each) => !each.startsWith('200'))).toEqual([])
})

test('gives the reason that an app prints before it ends by itself', async () => {
  await using app = await openTinyApp()
  await app.first
  const failed = app.next('failed')
  app.put(
    'src/app.ts',
    `${answering('two')}
console.error('The environment is not complete:\\n  DATABASE_URL is not set')
process.exit(1)
`,
  )
  expect((await failed).fault.says).toBe(
    'The app did not start: The environment is not complete:\n  DATABASE_URL is not set',
  )
})

test('tries again when packages have been installed', async () => {
  await using app = await openTinyApp(`import 'kites'\n${answering('with kites')}`)
  expect((await app.get()).status).toBe(503)
  const ready = app.next('ready')
  app.put('node_modules/kites/package.json', '{ "name": "kites", "exports": "./kites.js" }')
  app.put('node_modules/kites/kites.js', '')
  app.put('node_modules/.package-lock.json', '{}')
  await ready
  expect(await (await app.get()).text()).toBe('with kites')
})

test('a stream goes on in the old app while the new one answers', async () => {
  await using app = await openTinyApp(`
export const answer = (request: { url: string }, response: any) => {
  if (request.url !== '/stream') return response.end('old')
  response.write('begun, ')
  setTimeout(() => response.end('ended by the old'), 900)
}
`)
  const stream = await app.get('/stream')
  const ready = app.next('ready')
  app.put('src/app.ts', answering('new'))
  await ready
  expect(await (await app.get()).text()).toBe('new')
  expect(await stream.text()).toBe('begun, ended by the old')
})

test('a start that is overtaken by the next save is given up', async () => {
  await using app = await openTinyApp()
  await app.first
  const changed = app.next('changed')
  app.put('src/app.ts', `await new Promise(() => setInterval(() => {}, 1000))\n${answering('two')}`)
  await changed
  const ready = app.next('ready')
  app.put('src/app.ts', answering('three'))
  await ready
  expect(await (await app.get()).text()).toBe('three')
  expect(app.kinds()).toEqual(['listening', 'ready', 'changed', 'changed', 'ready'])
})

test('stops at once when it is told to, whatever the app is doing', async () => {
  const app = await openTinyApp(`
process.on('SIGTERM', () => {})
export const answer = (request: unknown, response: any) => void response.write('for ever')
`)
  const stream = await app.get()
  await app.close({ now: true })
  await expect(stream.text()).rejects.toThrow('terminated')
})
