import type { Files } from '../files/files.ts'
import type { LedgerChange } from '../ledger/ledger-change.ts'
import { formatEdited, formatText } from '../template/format-text.ts'
import { settingsIn, unreadSettings } from '../template/format-settings.ts'
import type { ChangeSet } from '../workspace/change-set.ts'
import { openWorkspace, type Workspace } from '../workspace/workspace.ts'
import { keptIn, type OnExisting, settleExisting } from './existing.ts'
import { renderedIn } from './stage.ts'

/** What a command wants to do, and what the ledger keeps of it. */
export type Plan = {
  changeSet: ChangeSet
  /** The unformatted text of every file that came from a template. */
  rendered: Record<string, string>
  command: string
  answers: Record<string, unknown>
  /** What the user should know about the result; nothing that has to be done. */
  remarks?: string[]
  ledger?: LedgerChange
  /** Migrations that it deletes, which must not be in the database when it lands. */
  unmigrated?: string[]
}

type Options = Pick<Plan, 'command' | 'answers' | 'remarks'> & {
  files: Files
  /** What becomes of files that are in the way; without it they are refused. */
  onExisting?: OnExisting | undefined
}

/** Opens a workspace, lets `stageAll` fill it, and gives what came of it as a plan. */
export async function planOf(
  { command, answers, files, remarks = [], onExisting }: Options,
  stageAll: (app: Workspace) => Promise<void>,
): Promise<Plan> {
  let read: ReturnType<typeof settingsIn> | undefined
  // Formats run last, when the settings are as the plan leaves them.
  const settings = () => (read ??= settingsIn(app.read))
  const app: Workspace = openWorkspace({
    files,
    format: async (path, text) => formatText(path, text, await settings()),
    formatEdit: async (path, texts) => formatEdited(path, texts, await settings()),
  })
  if (onExisting) settleExisting(app, onExisting)
  await stageAll(app)
  const changeSet = await app.changeSet()
  const unread = changeSet.changes.length > 0 ? await unreadSettings(app.read) : undefined
  return {
    changeSet,
    rendered: renderedIn(app),
    command,
    answers,
    remarks: [
      ...remarks,
      ...keptIn(app).map(stays),
      ...(unread === undefined ? [] : [laidOtherwise(unread)]),
    ],
  }
}

const stays = (path: string) => `${path} was there already and stays as it is.`

const laidOtherwise = (path: string) =>
  `Only prettier itself can read all of its settings in ${path}: npm run format lays out what was written.`
