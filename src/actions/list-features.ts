import { readFeatures } from '../recipe/features.ts'

/** A feature as a person chooses it. */
export type ListedFeature = { name: string; summary: string; needs: string[]; installed: boolean }

/** What can be added to an app, and what was. */
export async function listFeatures(installed: string[]): Promise<ListedFeature[]> {
  const features = await readFeatures()
  return features.map(({ name, summary, needs }) => ({
    name,
    summary,
    needs,
    installed: installed.includes(name),
  }))
}
