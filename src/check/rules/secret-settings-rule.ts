import { configFile } from '../../project/layout.ts'
import { placeOf } from '../../text/lines.ts'
import { appCode } from '../app-code.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

const saysSecret =
  /(^|_)(SECRET|PASSWORD|PASSPHRASE|TOKEN|(API|ACCESS|PRIVATE|SIGNING|ENCRYPTION)_KEY)S?$/

/** A setting that is a secret by its name is marked as one, so that nothing shows its value. */
export const secretSettingsRule: SourceRule = (file) => {
  if (file.path !== configFile) return []
  return appCode(file, /\.ts$/, 'secret').flatMap(({ path, source, code, reading }) =>
    reading
      .listsAt({ kind: 'call', name: 'z.object', path: [0] })
      .flatMap(({ elements }) => elements)
      .filter(({ names: [name = ''] }) => saysSecret.test(name))
      .filter(({ start, end }) => !/\bsecret\s*\(/.test(code.slice(start, end)))
      .map(({ names: [name = ''], start }) => {
        const at = { path, line: placeOf(source, start).line }
        return finding('warning', at, 'setting-secret-unmarked', { name })
      }),
  )
}
