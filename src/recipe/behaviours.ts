/** The settings by which an app decides when carried code behaves in a new way. */
export const behaviourFile = 'src/framework/behaviour.ts'

type Base = (path: string) => string | undefined

/**
 * Apps without the setting that behave in the new way all the same, known by what elif rendered
 * for them. A setting that is not listed here came together with its behaviour.
 */
const newBefore: Record<string, (base: Base) => boolean> = {
  datesInUtc: (base) =>
    base('src/framework/database/pool.ts')?.includes('defaults.parseInputDatesAsUTC = true') ??
    false,
}

/** The behaviour file for an app: a setting that it does not have keeps what the app does now. */
export function keepingBehaviour(rendered: string, base: Base): string {
  const known = new Set(settingsOf(base(behaviourFile) ?? ''))
  const isNew = (name: string) => known.has(name) || (newBefore[name]?.(base) ?? false)
  return rendered.replace(SETTING, (line, head: string, name: string) =>
    isNew(name) ? line : `${head}${name}: false,`,
  )
}

/** The names of the settings that a rendered behaviour file has. */
export const settingsOf = (rendered: string): string[] =>
  [...rendered.matchAll(SETTING)].map(([, , name = '']) => name)

const SETTING = /^( +)(\w+): true,$/gmu

/** A behaviour file with the settings as another one has them: they are their owner's to flip. */
export function settledLike(rendered: string, now: string): string {
  const off = new Set([...now.matchAll(/^[ \t]+(\w+): false,/gmu)].map(([, name]) => name))
  return rendered.replace(SETTING, (line, head: string, name: string) =>
    off.has(name) ? `${head}${name}: false,` : line,
  )
}
