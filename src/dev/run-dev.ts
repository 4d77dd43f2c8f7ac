import { migrationsFolder, schemaFile } from '../project/layout.ts'
import { watchFiles } from '../watch/watch-files.ts'
import type { DevEvent } from './dev-event.ts'
import { createFrontDoor } from './front-door.ts'
import { createReloader } from './reloader.ts'
import { startWorker } from './worker.ts'

type Options = {
  root: string
  port: { number: number; host: string; orNext: boolean }
  /** The environment of the app, read again for each start. */
  environment: () => Record<string, string | undefined>
  read: (path: string) => string | undefined
  emit: (event: DevEvent) => void
  /** Called when what is not part of the running app changed: migrations. */
  onMigrations: () => void
}

/** Package managers write these last: the app that could not start without a package now can. */
const installed = ['node_modules/.package-lock.json', 'node_modules/.modules.yaml']

/** `.env` may name any profile, whose file is then read. */
const settings = ['', '.development', '.test', '.staging', '.production'].map(
  (name) => `.env${name}`,
)
const ofTheApp = ['src', 'bin', ...settings, 'config', 'package.json', 'elif.json']

/** A change here is told and does not restart the app; `elif migrate` writes the second one. */
const ofTheDatabase = [migrationsFolder, schemaFile]
const closeCap = 5_000

/** Runs an app behind the front door and follows its files until it is closed. */
export async function runDev(options: Options) {
  const { root, port, environment, read, emit } = options
  const door = createFrontDoor()
  const start = () =>
    startWorker({
      root,
      environment: environment(),
      onOutput: (output) => emit({ kind: 'output', ...output }),
    })
  const number = await door.listen({ port: port.number, host: port.host, orNext: port.orNext })
  emit({
    kind: 'listening',
    url: urlOf(port.host, number),
    port: number,
    asked: port.number || number,
  })

  const reloader = createReloader({ root, door, read, start, emit })
  // Both take their time; a change that falls in between is seen as one.
  const first = reloader.reload()
  const watcher = await watchFiles({
    root,
    paths: [...ofTheApp, ...installed, ...ofTheDatabase],
    ignores: isNotOfTheApp,
    read,
    onTouched: door.hold,
    onSettled: follow,
  }).catch(async (fault: unknown) => {
    await Promise.all([door.close(0), reloader.close({ now: true })])
    throw fault
  })

  function follow(changed: string[]) {
    const paths = changed.filter((path) => !path.startsWith('database/'))
    if (paths.length < changed.length) options.onMigrations()
    if (paths.length === 0) return reloader.release()
    emit({ kind: 'changed', paths })
    void reloader.reload(paths)
  }

  return {
    first,
    async close({ now = false } = {}) {
      await watcher.close()
      await door.close(now ? 0 : closeCap)
      await reloader.close({ now })
    },
  }
}

/** Tests, packages and what editors leave for a moment never run in the app. */
const isNotOfTheApp = (path: string) =>
  !installed.includes(path) &&
  /(^|\/)(node_modules|\.git)(\/|$)|\.test\.[cm]?[jt]s$|~$|\.(swp|swx|tmp)$|(^|\/)\.#/.test(path)

function urlOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
