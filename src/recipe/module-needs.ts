import { hasDatabase, installedFeatures } from '../project/installed-features.ts'
import { manifestFile } from '../project/layout.ts'
import { changed, type Editor, present } from '../source/edit.ts'
import { laidLike } from '../template/laid-texts.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What the function of a module is given, as elif writes it with a database and without one. */
const withDatabase = "({ database, clock }: Pick<Platform, 'database' | 'clock'>)"
const without = "({ clock }: Pick<Platform, 'clock'>)"

/** A rendered module as it is in this app: one without a database cannot give it any. */
export function fittedModule(app: Workspace, rendered: Record<string, string>) {
  const isKnown = app.read(manifestFile) !== undefined
  if (!isKnown || hasDatabase(installedFeatures(app))) return rendered
  const fitted = Object.entries(rendered).map(([path, text]) => {
    const fits = text.replace(withDatabase, without)
    laidLike(text, fits)
    return [path, fits] as const
  })
  return Object.fromEntries(fitted)
}

/** Gives a module the database that came to its app since; one that says otherwise stays. */
export const giveDatabase: Editor = (source) => {
  const text = source.replace(without, withDatabase)
  return text === source ? present : changed(text)
}
