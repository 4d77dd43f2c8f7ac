import { z } from 'zod'

/**
 * The function of an app that answers a question, and the file that exports it. It is given all that
 * the app is; `alone` it is given nothing, and answers also where the app cannot be put together.
 */
export type Answerer = { path: string; name: string; alone?: boolean }

/**
 * The program that puts an app together and lets it answer. It stops where the app's own program
 * would begin to listen: routes are loaded, and nothing is started that runs on by itself.
 */
export const askingProgram = ({ path, name, alone = false }: Answerer): string => `
import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

enableCompileCache('node_modules/.cache/node')
const load = (path) => import(pathToFileURL(resolve(path)).href)
const end = (message, code) => process.send(message, () => process.exit(code))

async function putTogether() {
  const { readConfig } = await load('src/config.ts')
  const { createPlatform } = await load('src/platform.ts')
  const { createApp } = await load('src/app.ts')
  const config = readConfig()
  const platform = createPlatform(config)
  const app = createApp(config, platform)
  await app.http.after()
  return { ...app, config, platform }
}

try {
  const given = ${alone ? '[]' : '[await putTogether()]'}
  const { ${name}: answer } = await load(${JSON.stringify(path)})
  if (!answer) throw new Error(${JSON.stringify(`${path} does not export ${name}.`)})
  end({ answer: (await answer(...given)) ?? null }, 0)
} catch (error) {
  const { name, message = String(error), stack, code } = Object(error)
  end({ failure: { name, message, stack, code } }, 1)
}
`

const Answer = z.object({ answer: z.unknown() })

/** What the app has answered; undefined for any other message. */
export const readAnswer = (message: unknown): z.infer<typeof Answer> | undefined =>
  typeof message === 'object' && message !== null && 'answer' in message
    ? Answer.parse(message)
    : undefined
