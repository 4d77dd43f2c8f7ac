import { modulesFolder } from '../project/layout.ts'
import type { Spellings } from '../text/names.ts'

/** The file that puts a module's resources together. */
export const modulePath = ({ kebab }: Pick<Spellings, 'kebab'>): string =>
  `${modulesFolder}/${kebab}/${kebab}-module.ts`
