import { isScript } from '../comments.ts'
import { environmentOutline } from './environment-outline.ts'
import { jsonOutline } from './json-outline.ts'
import type { Block } from './outline.ts'
import { scriptOutline } from './script-outline.ts'
import { yamlOutline } from './yaml-outline.ts'

/** The entries of a file; undefined for a kind that is merged by lines, and where it is broken. */
export function outlineOf(source: string, path: string): Block | undefined {
  if (isScript(path)) return scriptOutline(source, path)
  if (/\.(jsonc?|json5)$|(^|\/)\.(prettierrc|swcrc|babelrc)$/.test(path)) return jsonOutline(source)
  if (/(^|\/)\.env(\.[^/]*)?$/.test(path)) return environmentOutline(source)
  if (/\.ya?ml$/.test(path)) return yamlOutline(source)
  return undefined
}
