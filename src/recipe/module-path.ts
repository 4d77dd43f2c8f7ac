import type { Spellings } from '../text/names.ts'

/** The file that puts a module's resources together. */
export const modulePath = ({ kebab }: Spellings): string =>
  `src/modules/${kebab}/${kebab}-module.ts`
