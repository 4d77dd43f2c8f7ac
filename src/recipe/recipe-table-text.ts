/**
 * The source of a module that does what `recipe-table.ts` does, with every recipe imported by a
 * literal path: a bundle has no folders to look into. `paths` holds each recipe's file by name.
 */
export function recipeTableText(paths: Record<string, string>): string {
  const rows = Object.entries(paths)
    .toSorted()
    .map(([name, path]) => `  ${JSON.stringify(name)}: () => import(${JSON.stringify(path)}),`)
  return [
    'const recipes = {',
    ...rows,
    '}',
    'export const recipeNames = () => Object.keys(recipes)',
    'export const loadRecipe = async (name) => recipes[name]?.()',
    '',
  ].join('\n')
}
