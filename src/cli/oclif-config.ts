import { arch, platform } from 'node:process'

import { Config } from '@oclif/core/config'

/**
 * oclif's settings without its search for plugins, manifests, themes and shells: the command table
 * has what it would find, and looking costs more than reading the arguments.
 */
export function oclifConfig(root: string, version: string): Config {
  const userAgent = `elif/${version} ${platform}-${arch} node-${process.version}`
  const known = { bin: 'elif', name: 'elif', root, version, userAgent, pjson: { oclif: {} } }
  return Object.assign(new Config({ root, version }), known, {
    rootPlugin: { name: 'elif', root, hooks: {} },
  })
}
