import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { pathOfBase } from '../../src/ledger/ledger-paths.ts'
import { formatText } from '../../src/template/format-text.ts'

const folder = join(import.meta.dirname, '../../fixtures/apps')

/** The times of this repository's commits whose elif made the apps in `fixtures/apps`. */
export const oldVersions = ['2026-11-20T1741', '2026-11-20T1812', '2026-11-20T1839'] as const

/** With `uploads` and `rate-limit-postgres`, made by the last elif for which every app had a database. */
export const withDatabaseInside = '2026-11-28T1028'
export type OldVersion = (typeof oldVersions)[number] | typeof withDatabaseInside

/**
 * An app as an older elif has left it, by the paths of its files. The fixture holds its ledger and
 * every file that lies otherwise than its base, laid out.
 */
export const oldApp = (version: OldVersion): Promise<Record<string, string>> =>
  (opened[version] ??= openOldApp(version))

const opened: Partial<Record<OldVersion, Promise<Record<string, string>>>> = {}

async function openOldApp(version: OldVersion): Promise<Record<string, string>> {
  const files = unpacked(readFileSync(join(folder, `${version}.txt`), 'utf8'))
  for (const [base, text] of Object.entries(files)) {
    const path = pathOfBase(base)
    if (path !== undefined) files[path] ??= await formatText(path, text)
  }
  return files
}

/** Files one after the other, each under its path: `-- src/app.ts --`. */
export function unpacked(archive: string): Record<string, string> {
  const [, ...parts] = archive.replaceAll('\r\n', '\n').split(/^-- (\S+) --\n/mu)
  const files: Record<string, string> = {}
  for (let at = 0; at + 1 < parts.length; at += 2) files[parts[at] ?? ''] = parts[at + 1] ?? ''
  return files
}
