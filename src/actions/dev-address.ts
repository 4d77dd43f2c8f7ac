import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { statusOf } from '../files/file-system.ts'
import { type Environment, placeOfVariable } from '../project/environment.ts'
import { explainConfig } from './explain-config.ts'

type Options = {
  root: string
  environment: Environment
  /** The port that was asked for. */
  port: number | undefined
}

const usualPort = 3000

/** Where `elif dev` listens: as asked, else as the app is set, on the next port that is free. */
export async function devAddress({ root, environment, port }: Options) {
  const inConfig = await configured(root, environment)
  const host = environment['HOST'] || inConfig['HOST'] || '127.0.0.1'
  if (port !== undefined) return { number: port, host, orNext: false }
  const value = environment['PORT'] || inConfig['PORT'] || String(usualPort)
  return { number: portOf(value, root), host, orNext: true }
}

function portOf(value: string, root: string): number {
  const port = Number(value)
  if (value.trim() !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port
  const at = placeOfVariable(root, 'PORT')
  const from = at?.path ?? 'the environment'
  throw elifError('dev-port-invalid', { value, from }, { ...(at && { at }) })
}

/** What files in `config` say is known to the app alone; what is wrong with them, its start tells. */
async function configured(root: string, environment: Environment): Promise<Environment> {
  if (!statusOf(join(root, 'config'))) return {}
  try {
    const { settings } = await explainConfig(root, environment)
    return Object.fromEntries(
      settings
        .filter(({ from, value }) => from.startsWith('config/') && value !== undefined)
        .map(({ name, value }) => [name, String(value)]),
    )
  } catch {
    return {}
  }
}
