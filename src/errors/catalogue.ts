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

/** Every fault elif can name, by code. A code is for ever: reports and scripts rely on it. */
export const catalogue = {
  ...askErrors,
  ...buildErrors,
  ...checkErrors,
  ...cliErrors,
  ...configErrors,
  ...databaseErrors,
  ...devErrors,
  ...featureErrors,
  ...fieldsErrors,
  ...ledgerErrors,
  ...migrateErrors,
  ...openapiErrors,
  ...planErrors,
  ...projectErrors,
  ...sourceErrors,
  ...templateErrors,
  ...upgradeErrors,
  ...versionErrors,
  ...workspaceErrors,
}

export type ErrorCode = keyof typeof catalogue
export type ErrorValues<Code extends ErrorCode> =
  (typeof catalogue)[Code] extends Entry<infer Values> ? Values : never
