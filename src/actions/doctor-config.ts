import { join } from 'node:path'

import type { ConfigAnswer, ConfigFault } from '../check/facts.ts'
import { ElifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { statusOf } from '../files/file-system.ts'
import { explainConfig, type ExplainedConfig, type ExplainedSetting } from './explain-config.ts'

/**
 * Asks the app's own `src/config.ts`, the one place that knows what the environment needs. The
 * database that the app would be given counts as set.
 */
export async function askConfig(root: string, databaseUrl?: string): Promise<ConfigAnswer> {
  if (!statusOf(join(root, 'src/config.ts'))) return { kind: 'broken', because: 'it is not there.' }
  if (!statusOf(join(root, 'node_modules'))) return { kind: 'not-asked' }
  try {
    const own = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }
    const faults = faultsIn(await explainConfig(root, { ...process.env, ...own }))
    return faults.length > 0 ? { kind: 'incomplete', faults } : { kind: 'complete' }
  } catch (fault) {
    const because = reasonOf(fault)
    if (because.includes('Cannot find package')) return { kind: 'not-asked' }
    return { kind: 'broken', because }
  }
}

/** What is wrong with a place names it first: `config/production.json is not JSON`. */
const faultsIn = ({ settings, faults }: ExplainedConfig): ConfigFault[] => [
  ...settings.flatMap(settingFaults),
  ...faults.map((told) => ({
    name: told.split(' ', 1)[0] ?? '',
    because: told.slice(told.indexOf(' ') + 1),
  })),
]

const settingFaults = ({ name, faults, from, line }: ExplainedSetting): ConfigFault[] =>
  faults.map((fault) => ({
    name,
    because: fault.startsWith('is ') ? fault : `is not what it should be: ${fault}`,
    ...(line !== undefined && { at: { path: from, line } }),
  }))

/** The app's own words, where the app threw. */
function reasonOf(fault: unknown): string {
  const isTold = fault instanceof ElifError && fault.code === 'app-not-built'
  return isTold ? fault.message.replace(/^[^:]*: /, '') : messageOf(fault)
}
