import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { profiles } from '../config/profile.ts'
import { configSources } from '../config/sources.ts'
import { StartError } from '../lifecycle/start-error.ts'

/** A build has no package that reads YAML or TOML: such files of settings become JSON. */
export function takeSettings(directory: string) {
  for (const profile of profiles) {
    const sources = configSources(profile, '.')
    for (const { name, fault } of sources) {
      if (fault !== undefined) throw new StartError(`${name} ${fault}`)
    }
    if (sources.every(({ name }) => name.endsWith('.json'))) continue
    const strongestLast = sources.toReversed().flatMap(({ settings }) => Object.entries(settings))
    const values = Object.fromEntries(strongestLast.map(([name, { value }]) => [name, value]))
    mkdirSync(join(directory, 'config'), { recursive: true })
    for (const { name } of sources) rmSync(join(directory, name), { force: true })
    const text = `${JSON.stringify(values, undefined, 2)}\n`
    writeFileSync(join(directory, 'config', `${profile}.json`), text)
  }
}
