import { defineFlags } from './framework/flags/flags.ts'

/** What can be switched in this app, and how it stands where nobody says otherwise. */
export const flagDefinitions = defineFlags({})
