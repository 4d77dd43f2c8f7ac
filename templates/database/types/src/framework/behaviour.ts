import type { behaviour as base } from '../../../../app/files/src/framework/behaviour.ts'

/** The settings as they are once the feature is there. */
export declare const behaviour: typeof base & { datesInUtc: boolean }
