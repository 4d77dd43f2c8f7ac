import { configFile, platformFile } from '../project/layout.ts'
import { typescriptReader } from '../source/readers.ts'
import type { Change } from '../workspace/change-set.ts'

/** What modules are given by name: the functions that return it, and what it is called there. */
const givers = [
  { path: platformFile, function: 'createPlatform', value: 'platform', type: 'Platform' },
  { path: configFile, function: 'readConfig', value: 'config', type: 'Config' },
]

/** Patterns of code that asks the platform or the config for what a change set takes from it. */
export const lostMembers = (changes: Change[]): RegExp[] =>
  givers.flatMap(({ path, value, type, ...giver }) => {
    const edit = changes.find((each) => each.kind === 'edit' && each.path === path)
    if (edit?.kind !== 'edit') return []
    const [before, after] = [edit.before, edit.after].map((text) =>
      membersIn(text, path, giver.function),
    )
    const lost = (before ?? []).filter((name) => !after?.includes(name))
    return lost.map(
      (name) => new RegExp(`\\b${value}\\.${name}\\b|\\bPick<${type},[^>]*'${name}'[^>]*>`, 'g'),
    )
  })

function membersIn(text: string, path: string, name: string): string[] {
  const { returned } = typescriptReader().read(text, path).exportedFunction(name) ?? {}
  return (returned?.elements ?? []).flatMap(({ names }) => names)
}
