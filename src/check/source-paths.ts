import type { Files } from '../files/files.ts'
import { ledgerFolder } from '../ledger/ledger-paths.ts'

const known = /\.([cm]?[jt]sx?|json|ya?ml|html?|css|scss|sh)$|(^|\/)(\.env[^/]*|Dockerfile[^/]*)$/

/** The files of an app that elif reads; the ledger is none of its sources. */
export const sourcePaths = (files: Files): string[] =>
  files.list().filter((path) => known.test(path) && !path.startsWith(`${ledgerFolder}/`))
