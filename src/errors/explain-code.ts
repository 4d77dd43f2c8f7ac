import { catalogue, type ErrorCode } from './catalogue.ts'
import { askErrors } from './catalogue/ask-errors.ts'
import { buildErrors } from './catalogue/build-errors.ts'
import { checkErrors } from './catalogue/check-errors.ts'
import { cliErrors } from './catalogue/cli-errors.ts'
import { configErrors } from './catalogue/config-errors.ts'
import { databaseErrors } from './catalogue/database-errors.ts'
import { devErrors } from './catalogue/dev-errors.ts'
import { featureErrors } from './catalogue/feature-errors.ts'
import { fieldsErrors } from './catalogue/fields-errors.ts'
import { ledgerErrors } from './catalogue/ledger-errors.ts'
import { migrateErrors } from './catalogue/migrate-errors.ts'
import { openapiErrors } from './catalogue/openapi-errors.ts'
import { planErrors } from './catalogue/plan-errors.ts'
import { projectErrors } from './catalogue/project-errors.ts'
import { sourceErrors } from './catalogue/source-errors.ts'
import { templateErrors } from './catalogue/template-errors.ts'
import { upgradeErrors } from './catalogue/upgrade-errors.ts'
import { versionErrors } from './catalogue/version-errors.ts'
import { workspaceErrors } from './catalogue/workspace-errors.ts'
import type { Entry } from './entry.ts'
import { placeholders } from './placeholder.ts'

/** What elif is at when it says one of the codes. */
const areas: [doing: string, codes: object][] = [
  ['asking an app about itself', askErrors],
  ['looking at an app, as elif check and elif doctor do', checkErrors],
  ['reading what was typed', cliErrors],
  ['explaining how an app is set', configErrors],
  ['finding, starting or asking a PostgreSQL', databaseErrors],
  ['building an app, or starting what was built', buildErrors],
  ['running an app for its developer, as elif dev does', devErrors],
  ['adding, removing or explaining a feature', featureErrors],
  ['reading the fields of a resource', fieldsErrors],
  ['reading what earlier runs have left in .elif, or undoing them', ledgerErrors],
  ['migrating a database', migrateErrors],
  ['reading or comparing descriptions of APIs', openapiErrors],
  ['keeping, proving or applying a plan', planErrors],
  ['finding out what and where an app is', projectErrors],
  ['reading or editing a file of an app', sourceErrors],
  ['making files from templates', templateErrors],
  ['bringing an app to what this elif writes', upgradeErrors],
  ['changing the versions of an API', versionErrors],
  ['writing to the disk', workspaceErrors],
]

/** What elif is doing when it says this code. */
export const doingAt = (code: ErrorCode): string =>
  areas.find(([, codes]) => code in codes)?.[0] ?? ''

/** Every code there is, in the order of the alphabet. */
export const errorCodes = (): string[] => Object.keys(catalogue).toSorted()

export const isErrorCode = (word: string): word is ErrorCode => Object.hasOwn(catalogue, word)

/** What a code says, with the names of its values in the places of these. */
export function sentencesOf(code: ErrorCode): { says: string; hint: string } {
  // Provable: placeholders answer to whatever a sentence asks its values for.
  const { says, hint } = catalogue[code] as unknown as Entry<object>
  return { says: said(says), hint: said(hint) }
}

const said = (sentence: Entry<object>['says']) =>
  `${sentence(placeholders())}`.replaceAll('NaN', '<number>')
