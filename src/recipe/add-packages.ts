import { addJson } from '../source/json/set-json.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Lists packages by their exact versions; where the app has one, its owner's version stays. */
export function addPackages(app: Workspace, packages: Record<string, string>): void {
  for (const [name, version] of Object.entries(packages)) {
    app.edit('package.json', addJson(['dependencies', name], version))
  }
}
