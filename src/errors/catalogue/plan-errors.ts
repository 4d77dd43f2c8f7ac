import { entry } from '../entry.ts'

const anew = 'Make a new plan: repeat the command that made it, with --plan.'

export const planErrors = {
  'plan-unknown': entry<{ token: string }>({
    says: ({ token }) => `No plan ${token} waits in this app.`,
    hint: () => `Plans wait for a day, and the last 20 of them. ${anew}`,
  }),
  'plan-expired': entry<{ token: string; at: string }>({
    says: ({ token, at }) => `The plan ${token} was made at ${at}, more than a day ago.`,
    hint: () => anew,
  }),
  'plan-applied': entry<{ token: string; at: string }>({
    says: ({ token, at }) => `The plan ${token} was applied at ${at}; it can be applied once.`,
    hint: () => 'See what it did: ./elif history',
  }),
  'plan-tampered': entry<{ path: string }>({
    says: ({ path }) => `${path} is not as elif wrote it, so nothing was done.`,
    hint: () => anew,
  }),
  'plan-stale': entry<{ paths: string[] }>({
    says: ({ paths }) => `Nothing was written: since the plan was made, ${changed(paths)}.`,
    hint: () => anew,
  }),
  'plan-other-version': entry<{ version: string; running: string }>({
    says: ({ version, running }) => `elif ${version} made this plan, and this is elif ${running}.`,
    hint: () => anew,
  }),
  'plan-other-app': entry<{ root: string }>({
    says: ({ root }) => `This plan was made for the app in ${root}.`,
    hint: () => 'Apply it there, or make a plan here: repeat the command with --plan.',
  }),
  'plan-holds-secret': entry<{ paths: string[] }>({
    says: ({ paths }) => `This plan would hold the contents of ${paths.join(', ')}.`,
    hint: () => 'elif keeps no secrets in plans: repeat the command without --plan.',
  }),
  'proof-stale': entry<{ paths: string[] }>({
    says: ({ paths }) => `Nothing was written: during the proof, ${changed(paths)}.`,
    hint: () => 'The proof holds for the app as it was: repeat the command.',
  }),
  'proof-interrupted': entry<Record<never, never>>({
    says: () => 'The proof was interrupted; nothing was written.',
    hint: () => 'Repeat the command when you want it.',
  }),
}

const changed = (paths: string[]) =>
  `${paths.join(', ')} ${paths.length === 1 ? 'has' : 'have'} changed`
