import { addJson } from '../source/json/set-json.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Gives the app an npm script; one of the same name is its owner's and stays. */
export const addScript = (app: Workspace, name: string, command: string, behind?: string): void =>
  app.edit('package.json', addJson(['scripts', name], command, behind))
