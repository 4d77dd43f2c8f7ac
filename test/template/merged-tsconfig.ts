/**
 * The tsconfig that type-checks the files of all features as one app: to an import, the `files`
 * folders lie over one another. The app comes first, because it has most of what is asked for.
 */
export function mergedTsconfig(features: string[]): object {
  const others = features.filter((feature) => feature !== 'app').toSorted()
  const folders = [seen, ...['app', ...others].map((feature) => `./${feature}/files`)]
  return {
    extends: './app/files/tsconfig.json',
    compilerOptions: {
      noEmit: true,
      rootDirs: folders,
      paths: { '#app/*': folders.map((folder) => `${folder}/src/*`) },
    },
    include: [...folders, './*/*.d.ts'],
  }
}

/** What the app's own files look like to templates that stand on its database. */
const seen = './database/types'
