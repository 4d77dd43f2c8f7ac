import { addJson } from '../source/json/set-json.ts'
import type { Workspace } from '../workspace/workspace.ts'

type Packages = Record<string, string>

/** Lists packages by their exact versions; where the app has one, its owner's version stays. */
export const addPackages = (app: Workspace, packages: Packages): void =>
  addTo('dependencies', app, packages)

/** Lists what only whoever works on the app needs. */
export const addDevelopmentPackages = (app: Workspace, packages: Packages): void =>
  addTo('devDependencies', app, packages)

function addTo(list: 'dependencies' | 'devDependencies', app: Workspace, packages: Packages) {
  for (const [name, version] of Object.entries(packages)) {
    app.edit('package.json', addJson([list, name], version))
  }
}
