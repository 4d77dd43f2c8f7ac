import { isBuiltin } from 'node:module'

/** Why npm would not take a name for a new package; undefined when it would. */
export function packageNameFault(name: string): string | undefined {
  const { scope, own } = partsOf(name)
  if (name.length > 214) return 'it is longer than 214 characters'
  if (scope === undefined && name.startsWith('@')) return 'a scoped name is written @scope/name'
  if (/[A-Z]/.test(name)) return 'npm takes lower case only'
  if (/^[._-]/.test(own)) return `it begins with "${own[0]}"`
  if (own === 'node_modules' || own === 'favicon.ico') return 'npm reserves it'
  if (scope === undefined && isBuiltin(own)) return 'Node has a module of that name'
  const bad = [scope ?? '', own].join('').match(/[^a-z0-9._~-]/u)
  if (bad) return bad[0] === ' ' ? 'it contains a space' : `it contains "${bad[0]}"`
  return own === '' ? 'it is empty' : undefined
}

/** The nearest name that npm would take: "My Shop" becomes "my-shop". */
export function suggestedPackageName(name: string): string {
  const { scope, own } = partsOf(name)
  const good = plain(own) || 'my-app'
  const free = isBuiltin(good) || good === 'node_modules' ? `${good.replace('_', '-')}-app` : good
  return scope !== undefined && plain(scope) !== '' ? `@${plain(scope)}/${free}` : free
}

function partsOf(name: string): { scope?: string; own: string } {
  const [, scope, own] = /^@([^/]+)\/(.*)$/s.exec(name) ?? []
  return scope === undefined || own === undefined ? { own: name } : { scope, own }
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9._~-]+/g, '-')
    .replace(/^[._~-]+|[-.]+$/g, '')
    .slice(0, 214)
}
