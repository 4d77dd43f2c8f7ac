/** One file as it will be. Paths are relative to the app, with forward slashes. */
export type Change =
  | { kind: 'create'; path: string; after: string; executable?: true }
  | { kind: 'edit'; path: string; before: string; after: string }
  | { kind: 'delete'; path: string; before: string }
  | { kind: 'move'; from: string; to: string; before: string; after: string }

/** What only the user can do: where, why, and the lines to paste. */
export type Notice = { path: string; because: string; paste: string }

/** A process to run after the files have landed, in the app's folder. */
export type Step = { command: string; arguments: string[]; why: string }

/** What a command wants to do. Shown, written, proved or handed on; never changed afterwards. */
export type ChangeSet = { changes: Change[]; notices: Notice[]; steps: Step[] }
