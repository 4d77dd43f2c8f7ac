import { entry } from '../entry.ts'

export const workspaceErrors = {
  'file-encoding': entry<{ path: string }>({
    says: ({ path }) => `${path} is not UTF-8 text.`,
    hint: () => 'Save it as UTF-8, then run the command again.',
  }),
  'path-outside': entry<{ path: string }>({
    says: ({ path }) => `${path || 'An empty path'} is no path inside the app.`,
    hint: () => 'Use a path relative to the app, with forward slashes and without "..".',
  }),
  'change-conflicts': entry<{ conflicts: { kind: string; path: string; says: string }[] }>({
    says: ({ conflicts }) =>
      `Nothing was written: ${conflicts.map((conflict) => conflict.says).join(' ')}`,
    hint: ({ conflicts }) =>
      conflicts.every(({ kind }) => kind === 'changed' || kind === 'missing')
        ? 'Run the command again; it plans anew from the files as they are now.'
        : 'elif replaces nothing of yours: move what is in the way, then run the command again.',
  }),
  'change-failed': entry<{ path: string; reason: string }>({
    says: ({ path, reason }) =>
      `${path} could not be written (${reason}); all files are as before.`,
    hint: () => 'Look at the free space and the permissions of the folder, then run it again.',
  }),
  'workspace-locked': entry<{
    holder: { pid: number; command: string } | undefined
    lock: string
  }>({
    says: ({ holder }) =>
      holder
        ? `Another elif is writing here: ${holder.command} (process ${holder.pid}).`
        : 'Another elif is writing here.',
    hint: () => 'Wait until it has ended, or end it; its lock is free at once then.',
  }),
  'lock-refused': entry<{ lock: string; reason: string }>({
    says: ({ lock, reason }) => `The lock ${lock} cannot be taken: ${reason}.`,
    hint: ({ lock }) =>
      `Make its folder writable; if ${lock} is no empty file, delete it. The disk has to know locks.`,
  }),
  'journal-unreadable': entry<{ path: string; reason: string }>({
    says: ({ path, reason }) =>
      `The journal ${path} of an interrupted run is unreadable: ${reason}`,
    hint: ({ path }) => `Compare the app with git status, then delete ${path}.`,
  }),
  'run-record-unreadable': entry<{ path: string }>({
    says: ({ path }) => `${path} is not a run record that this elif can read.`,
    hint: ({ path }) => `Take it back from git (git checkout -- ${path}) or update elif.`,
  }),
}
