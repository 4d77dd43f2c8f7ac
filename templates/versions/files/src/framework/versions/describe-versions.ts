import type { createVersions } from './versions.ts'

type Described = Pick<ReturnType<typeof createVersions>, 'describe'>

/** The versions of the API, for those who ask from outside of the app. */
export const describeVersions = ({ platform }: { platform: { versions: Described } }) =>
  platform.versions.describe()
