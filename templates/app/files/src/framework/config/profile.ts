/** The places an app runs in. Staging is guarded like production: only its settings differ. */
export const profiles = ['development', 'test', 'staging', 'production'] as const
export type Profile = (typeof profiles)[number]

/** Whether callers are strangers: nothing inside is shown, and nothing undecided is open. */
export const isGuarded = (profile: Profile) => profile === 'staging' || profile === 'production'
