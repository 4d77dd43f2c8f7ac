import { holdDatabase } from '../database/database-url.ts'
import type { App } from '../project/find-app.ts'

export type Environment = Record<string, string | undefined>

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
