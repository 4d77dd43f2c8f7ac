import { readFeatures } from '../../src/recipe/features.ts'

/** The names of all features that can be added. */
export const featureNames = async (): Promise<string[]> =>
  (await readFeatures()).map(({ name }) => name)
