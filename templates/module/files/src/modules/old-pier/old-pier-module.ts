import type { Http } from '#app/framework/http/server.ts'
import type { Platform } from '#app/platform.ts'

export function createOldPierModule({ database, clock }: Pick<Platform, 'database' | 'clock'>) {
  // #region elif:resources
  // #endregion elif:resources

  const routes = async (http: Http) => {
    // #region elif:routes
    // #endregion elif:routes
  }

  return { routes }
}
