import { modulesFolder } from '../project/layout.ts'

/** The module that a file of the app belongs to. */
export function moduleOf(path: string): string | undefined {
  const [name, inside] = path.startsWith(`${modulesFolder}/`)
    ? path.slice(modulesFolder.length + 1).split('/')
    : []
  return inside === undefined ? undefined : name
}
