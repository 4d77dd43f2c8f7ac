import { platformFile } from '../../project/layout.ts'
import { placeOf } from '../../text/lines.ts'
import { type AppCode, appCode } from '../app-code.ts'
import { finding } from '../finding.ts'
import type { Gathering } from '../gathering.ts'
import { moduleOf } from '../module-of.ts'

type Part = { name: string; line: number }

/** What the framework itself takes from the platform. */
const taken = new Set(['clock', 'lifecycle', 'log', 'parts', 'start', 'close'])

const owners = /^(src|bin)\/(?!framework\/|platform\.ts|config\.ts).*\.ts$/

/** The framework is given the whole platform, and takes a part that is there: `transport?: Transport`. */
const optional = /\b(\w+)\?:/g

/**
 * What the platform builds is taken by somebody. It is only listed, and only where there are modules: a new
 * app stands on what its first module will take.
 */
export function unusedParts(): Gathering {
  let parts: Part[] = []
  let hasModules = false
  const words = new Set<string>()
  return {
    look(file) {
      if (file.path === platformFile) parts = appCode(file, /\.ts$/).flatMap(partsIn)
      hasModules ||= moduleOf(file.path) !== undefined
      for (const { code } of appCode(file, owners)) {
        for (const [word] of code.matchAll(/\w+/g)) words.add(word)
      }
      for (const { code } of appCode(file, /^src\/framework\/.*\.ts$/)) {
        for (const [, need = ''] of code.matchAll(optional)) words.add(need)
      }
    },
    findings: () =>
      parts
        .filter(({ name }) => hasModules && !words.has(name))
        .map(({ name, line }) =>
          finding('info', { path: platformFile, line }, 'part-unused', { name }),
        ),
  }
}

/** What `createPlatform` returns, builds itself, and gives to no other part. */
function partsIn({ source, code, reading }: AppCode): Part[] {
  const { body, returned } = reading.exportedFunction('createPlatform') ?? {}
  const statements = body?.elements ?? []
  return (returned?.elements ?? []).flatMap(({ names: [name = ''] }) => {
    const built = statements.find(({ names }) => names.includes(name))
    const others = statements.filter((each) => {
      const text = code.slice(each.start, each.end)
      return each !== built && !/^(return|parts\.add)\b/.test(text) && hasWord(text, name)
    })
    if (!built || taken.has(name) || others.length > 0) return []
    return [{ name, line: placeOf(source, built.start).line }]
  })
}

const hasWord = (text: string, name: string) => new RegExp(`\\b${name}\\b`).test(text)
