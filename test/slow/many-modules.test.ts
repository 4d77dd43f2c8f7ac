import { expect, test } from 'vitest'
import { z } from 'zod'

import { givenDatabase } from '../made-app/given-database.ts'
import { makeApp } from '../made-app/made-app.ts'
import { makeModules } from '../made-app/many-modules.ts'
import { startApp } from '../made-app/running-app.ts'

const serve = [process.execPath, '--import', './bin/prepare.js', 'bin/serve.ts']
const Document = z.object({ paths: z.record(z.string(), z.unknown()) })
const AppMap = z.object({ modules: z.array(z.object({ name: z.string() })) })
const Detail = z.object({ requests: z.number() })

/** Of the first module alone: a request that is under way for a second. */
const slow = `  http.get('/slow', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return { message: 'Late' }
  })
  // #region custom:first
`

test('an app of fifty modules passes its checks, answers, describes itself and drains', async () => {
  const app = await makeApp()
  const names = await makeModules(app, 50)
  const controller = 'src/modules/first/first-controller.ts'
  app.write(controller, app.read(controller).replace('  // #region custom:first\n', slow))
  await app.npm('typecheck')
  await app.mustElif('check')

  const DATABASE_URL = await givenDatabase(app)
  const running = await startApp(app.with({ DATABASE_URL }), serve)
  const bodyOf = async (path: string) => {
    const { status, body } = await running.ask(path)
    return status === 200 ? body : `${path} was answered with ${status}`
  }
  try {
    const messages = await Promise.all(names.map((name) => bodyOf(`/${name}`)))
    expect(messages).toEqual(
      names.map((name) => ({ message: name[0]?.toUpperCase() + name.slice(1) })),
    )
    const { paths } = Document.parse(await bodyOf('/openapi.json'))
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(names.map((name) => `/${name}`)))
    const { modules } = AppMap.parse(await bodyOf('/_elif/map'))
    expect(modules.map(({ name }) => name).toSorted()).toEqual(names.toSorted())

    const late = running.ask('/first/slow')
    const underWay = async () => Detail.parse(await bodyOf('/health/detail')).requests
    await expect.poll(underWay).toBe(2)
    const ended = running[Symbol.asyncDispose]()
    expect(await late).toMatchObject({ status: 200, body: { message: 'Late' } })
    await ended
    expect(running.exitCode()).toBe(0)
  } finally {
    await running[Symbol.asyncDispose]()
  }
})
