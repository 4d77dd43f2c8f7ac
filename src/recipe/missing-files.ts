import type { Files } from '../files/files.ts'
import { importedPath } from '../source/imported-path.ts'
import { typescriptReader } from '../source/readers.ts'

/** The files of an app that rendered ones import and that are not there, each once. */
export function missingFiles(app: Pick<Files, 'read'>, rendered: Record<string, string>): string[] {
  const imported = Object.entries(rendered)
    .filter(([path]) => path.endsWith('.ts'))
    .flatMap(([path, text]) =>
      typescriptReader()
        .read(text, path)
        .imports.filter(({ from }) => /^[.#]/.test(from))
        .map(({ from }) => importedPath(path, from)),
    )
  return [...new Set(imported)].filter((path) => app.read(path) === undefined).toSorted()
}
