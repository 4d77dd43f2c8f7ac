import type { Files } from '../files/files.ts'
import { ledgerFolder } from './ledger-paths.ts'

/** As elif wrote it before runs kept their texts. */
const older = 'base/** linguist-generated -diff merge=binary\n'

/** What git needs to know of the ledger, by path. */
export const ledgerSettings = {
  [`${ledgerFolder}/.gitattributes`]: `${older}runs/*.diff linguist-generated -diff merge=binary\n`,
  [`${ledgerFolder}/.gitignore`]: 'local/\n',
}

/** The settings that are still to be written; the owner may have changed what is there. */
export function newSettings(files: Files | undefined): Record<string, string> {
  const settings = Object.entries(ledgerSettings).filter(([path]) =>
    [undefined, older].includes(files?.read(path)?.replaceAll('\r\n', '\n')),
  )
  return Object.fromEntries(settings)
}
