import {
  type Config as Base,
  explainConfig,
  type readConfig as readBase,
} from '../../../app/files/src/config.ts'
import type { PoolSettings } from '../../files/src/framework/database/pool.ts'

/** The config as it is once the feature is there. */
export type Config = Base & { database: PoolSettings }
export declare function readConfig(...given: Parameters<typeof readBase>): Config
export { explainConfig }
