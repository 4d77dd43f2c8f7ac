import { appRules } from '../check/rules.ts'
import { runRules } from '../check/run-rules.ts'
import { ElifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { appFile } from '../project/layout.ts'
import { modulePath } from '../recipe/module-path.ts'
import { mountModule } from '../recipe/mount-module.ts'
import { type Plan, planOf } from '../recipe/plan.ts'
import { changed } from '../source/edit.ts'
import { openReadersFor } from '../source/readers.ts'
import { bindingOf, type Spellings } from '../text/names.ts'
import { openWorkspace, type Workspace } from '../workspace/workspace.ts'

/** Plans to mend what the doctor finds, as far as there is no doubt how. */
export async function planFixes(files: Files): Promise<Plan> {
  const findings = await runRules(appRules, { files })
  const unmounted = findings.filter(({ code }) => isUnmounted(code)).map(({ at }) => at.path)
  return planOf({ command: 'doctor --fix', answers: {}, files }, async (app) => {
    await openReadersFor(findings.map(({ at }) => at.path))
    for (const { at, fix } of findings) if (fix) app.edit(at.path, fix)
    for (const path of unmounted) await mountIfCertain(app, path)
  })
}

const isUnmounted = (code: string) =>
  code === 'module-not-imported' || code === 'module-not-registered'

/** What only its owner can mount stays a finding: tried aside, no lines are left to paste. */
async function mountIfCertain(app: Workspace, path: string): Promise<void> {
  const module = moduleAt(path)
  if (!module) return
  const aside = openWorkspace({ files: app })
  await mountModule(aside, module)
  const { notices } = await aside.changeSet()
  const text = aside.read(appFile)
  if (notices.length === 0 && text !== undefined) app.edit(appFile, () => changed(text))
}

/** The module that elif would make at a path. */
function moduleAt(path: string): Spellings | undefined {
  const name = /([^/]+)-module\.ts$/.exec(path)?.[1] ?? ''
  try {
    const module = bindingOf(name)
    return modulePath(module) === path ? module : undefined
  } catch (fault) {
    if (fault instanceof ElifError) return undefined
    throw fault
  }
}
