import { holdDatabase } from '../database/database-url.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'

/** The database an app develops on, held until `release`; `url` never reaches an output. */
export const developmentDatabase = (
  app: App,
  environment: Environment,
  onProgress: (doing: string) => void = () => {},
) =>
  holdDatabase({
    root: app.root,
    name: app.manifest.name,
    env: environment,
    purpose: 'development',
    onProgress,
  })
