import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { ConfigAnswer } from '../check/facts.ts'
import { messageOf } from '../errors/message-of.ts'
import { statusOf } from '../files/file-system.ts'
import type { Environment } from '../project/environment.ts'

/** Asks the app's own `src/config.ts`, the one place that knows what the environment needs. */
export async function askConfig(root: string, environment: Environment): Promise<ConfigAnswer> {
  const file = join(root, 'src/config.ts')
  if (!statusOf(file)) return { kind: 'broken', because: 'it is not there.' }
  if (!statusOf(join(root, 'node_modules'))) return { kind: 'not-asked' }
  try {
    const config: unknown = await import(pathToFileURL(file).href)
    if (!hasReader(config)) return { kind: 'broken', because: 'it does not export readConfig.' }
    return answerOf(() => config.readConfig(environment))
  } catch (fault) {
    if (isMissingPackage(fault)) return { kind: 'not-asked' }
    return { kind: 'broken', because: messageOf(fault) }
  }
}

function answerOf(read: () => unknown): ConfigAnswer {
  try {
    read()
    return { kind: 'complete' }
  } catch (fault) {
    const faults = faultsIn(messageOf(fault))
    return faults.length > 0
      ? { kind: 'incomplete', faults }
      : { kind: 'broken', because: messageOf(fault) }
  }
}

/** A line for each variable: "  PORT: Invalid input" or "  SECRET is not set". */
function faultsIn(message: string): { name: string; because: string }[] {
  return [...message.matchAll(/^\s+([A-Z][A-Z0-9_]*)(?::\s+(.+)| (is .+))$/gm)].map(
    ([, name = '', invalid, missing]) => ({
      name,
      because: missing ?? `is not what it should be: ${invalid?.replace(/\.$/, '')}`,
    }),
  )
}

const isMissingPackage = (fault: unknown) =>
  fault instanceof Error && /Cannot find package/.test(fault.message)

const hasReader = (module: unknown): module is { readConfig(from: Environment): unknown } =>
  typeof module === 'object' &&
  module !== null &&
  'readConfig' in module &&
  typeof module.readConfig === 'function'
