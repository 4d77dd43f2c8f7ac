import { importedPath } from '../source/imported-path.ts'
import { typescriptReader } from '../source/readers.ts'
import { withoutComments } from '../source/without-comments.ts'
import type { Spellings } from '../text/names.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { modulePath } from './module-path.ts'

/** Where in a module a path is answered: `within` is what of it the controller sees. */
export type ControllerPlace = { file: string | undefined; prefix: string; within: string }

/** The controller that a module mounts closest to a path; without a file there is none yet. */
export function controllerFor(app: Workspace, module: Spellings, path: string): ControllerPlace {
  const [mounted] = controllersOf(app, modulePath(module))
    .filter(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
    .toSorted((one, other) => other.prefix.length - one.prefix.length)
  const prefix = mounted?.prefix ?? `/${path.split('/', 2)[1]}`
  return { file: mounted?.file, prefix, within: path.slice(prefix.length) || '/' }
}

function controllersOf(app: Workspace, path: string) {
  const source = app.read(path) ?? ''
  const reading = typescriptReader().read(source, path)
  const mounts = withoutComments(source, reading).matchAll(MOUNT)
  return [...mounts].flatMap(([, maker = '', , prefix = '']) => {
    const from = reading.imports.find(({ names }) =>
      names.some(({ local }) => local === maker),
    )?.from
    const file = from === undefined ? undefined : importedPath(path, from)
    return file !== undefined && app.read(file) !== undefined ? [{ file, prefix }] : []
  })
}

/** `http.register(productController(products), { prefix: '/products' })`, however it is laid. */
const MOUNT = /\.register\(\s*(\w+)\((?:(?!\.register\()[^])*?prefix:\s*(['"`])(.*?)\2/gu
