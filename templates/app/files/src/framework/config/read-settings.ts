import type { z } from 'zod'

import { StartError } from '../lifecycle/start-error.ts'
import { type SettingsFault, settleSettings } from './settle-settings.ts'
import type { Source } from './sources.ts'

/** Reads all settings at once; names everything that is at fault, and never a value. */
export function readSettings<T extends z.ZodObject>(schema: T, sources: Source[]): z.output<T> {
  const { read, faults } = settleSettings(schema, sources)
  if (read.success && faults.length === 0) return read.data
  throw new StartError(`The environment is not complete:\n${faults.map(told).join('\n')}`)
}

const told = ({ name, says, at }: SettingsFault) => `  ${name}${says}${at ? placeOf(at) : ''}`

/** Files are named; the environment is where one looks first anyway. */
function placeOf({ from, line }: NonNullable<SettingsFault['at']>) {
  if (from.kind === 'environment') return ''
  return line ? ` (${from.name}, line ${line})` : ` (${from.name})`
}
