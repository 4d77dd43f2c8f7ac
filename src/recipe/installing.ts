import type { Step } from '../workspace/change-set.ts'

/** Brings the packages that package.json names. */
export const installing: Step = {
  command: 'npm',
  arguments: ['install', '--no-audit', '--no-fund'],
  why: 'brings what the app stands on',
}
