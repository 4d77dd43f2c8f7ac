import { databaseUrl, type DatabaseAddress } from '../database/database-url.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import { refuseWithout } from '../project/refuse-without.ts'

type Options = {
  app: App
  env: Environment
  purpose: 'development' | 'test'
  onProgress: (doing: string) => void
}

/** Where the database of an app is, brought up when it is one of ours. */
export async function appDatabaseUrl({ app, ...options }: Options): Promise<DatabaseAddress> {
  const { name, features } = app.manifest
  refuseWithout(features, ['database'], 'db:url')
  return databaseUrl({ root: app.root, name, ...options })
}
