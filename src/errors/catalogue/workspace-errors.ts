import { entry } from '../entry.ts'

export const workspaceErrors = {
  'file-encoding': entry<{ path: string }>({
    says: ({ path }) => `${path} is not UTF-8 text.`,
    hint: () => 'Save it as UTF-8, then run the command again.',
  }),
  'file-special': entry<{ path: string }>({
    says: ({ path }) => `${path} is a pipe, a socket or a device, and no file.`,
    hint: () => 'Move it away, or put a file in its place, then run the command again.',
  }),
  'file-too-large': entry<{ path: string; limit: number }>({
    says: ({ path, limit }) => `${path} has more than ${limit / 2 ** 20} MiB: no source has.`,
    hint: () => 'Move what is data out of it, then run the command again.',
  }),
  'path-outside': entry<{ path: string }>({
    says: ({ path }) => `${path || 'An empty path'} is no path inside the app.`,
    hint: () => 'Use a path relative to the app, with forward slashes and without "..".',
  }),
  'change-conflicts': entry<{ conflicts: { kind: string; path: string; says: string }[] }>({
    says: ({ conflicts }) =>
      `Nothing was written: ${conflicts.map((conflict) => conflict.says).join(' ')}`,
    hint: ({ conflicts }) =>
      [...new Set(conflicts.map(({ kind }) => waysOut[kind] ?? makeRoom))].join(' '),
  }),
  'change-failed': entry<{ path: string; reason: string }>({
    says: ({ path, reason }) =>
      `${path} could not be written (${reason}); all files are as before.`,
    hint: () => 'Look at the free space and the permissions of the folder, then run it again.',
  }),
  'change-unfinished': entry<{ path: string; reason: string }>({
    says: ({ path, reason }) => `${path} could be neither written nor taken back (${reason}).`,
    hint: () => 'Look at the disk, then run the command again: first it puts all as it was before.',
  }),
  'change-overtaken': entry<{ kept: string[] }>({
    says: ({ kept }) =>
      `The plan has landed, but a file was saved at that moment; the saved text lies in ${kept.join(', ')}.`,
    hint: () => 'Compare it with the file beside it, take over what you need, then delete it.',
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
      `The journal ${path} of an interrupted run is unreadable: ${reason}.`,
    hint: ({ path }) => `Compare the app with git status, then delete ${path}.`,
  }),
  'run-interrupted': entry<{ command: string }>({
    says: ({ command }) => `The run "${command}" was interrupted, or is writing at this moment.`,
    hint: () => 'The next command that plans something takes it back or finishes it, and says so.',
  }),
  'journal-foreign': entry<{ path: string; version: number }>({
    says: ({ path, version }) =>
      `The journal ${path} of an interrupted run is of version ${version}, which this elif cannot read.`,
    hint: ({ path }) =>
      `Run the elif that was interrupted; or compare the app with git status and delete ${path}.`,
  }),
  'run-record-unreadable': entry<{ path: string }>({
    says: ({ path }) => `${path} is not a run record that this elif can read.`,
    hint: ({ path }) =>
      `Take it back from git (git checkout -- ${path}), update elif, or set it aside: ./elif repair`,
  }),
}

const makeRoom =
  'elif replaces nothing of yours: move what is in the way, then run the command again.'

/** What helps against each kind of conflict. */
const waysOut: Record<string, string> = {
  changed: 'Run the command again; it plans anew from the files as they are now.',
  missing: 'Run the command again; it plans anew from the files as they are now.',
  case: 'Choose another name, or rename what is there: on macOS and Windows both are one file.',
  link: 'Put a folder or a file in place of the link, then run the command again.',
  git: 'Choose another path.',
  packages: 'Choose another path.',
  state: 'Choose another path.',
  name: 'Choose another name: no device of Windows, none of <>:"|?*, no dot or space at its end.',
  'read-only': 'Make it writable (chmod u+w), then run the command again.',
  twice: 'Put a file of its own in place of the link, then run the command again.',
}
