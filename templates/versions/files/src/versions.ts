import { defineVersions } from './framework/versions/versions.ts'

/** The versions of the API, and until when old ones are answered. */
export const versionDefinitions = defineVersions({
  by: 'path',
  current: '1',
  versions: {
    1: {},
  },
})
