import type {
  createPlatform as createBase,
  Platform as Base,
} from '../../../app/files/src/platform.ts'
import type { Database } from '../../files/src/framework/database/database.ts'

/** The platform as it is once the feature is there: templates that stand on it are checked by this. */
export type Platform = Base & { database: Database }
export declare function createPlatform(...given: Parameters<typeof createBase>): Platform
