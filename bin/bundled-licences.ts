import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What elif may carry: licences that ask for no more than their own text. */
const permitted = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)$/

/**
 * The licence texts of the packages whose code is in a bundle, which those licences ask for.
 * `modules` are the paths of its modules. Throws for a licence that elif may not carry.
 */
export function bundledLicences(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((path) => packageFolder(path) ?? []))
  return [...folders].toSorted().map(licenceOf).join('\n')
}

function packageFolder(path: string): string | undefined {
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path)?.[1]
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof license !== 'string' || !permitted.test(license)) {
    throw new Error(`${name} ${version} has the licence ${license}: elif cannot carry its code.`)
  }
  const [file] = globSync('{LICEN[CS]E,licen[cs]e}*', { cwd: folder })
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
  return `${name} ${version} (${license})\n\n${text}\n`
}
