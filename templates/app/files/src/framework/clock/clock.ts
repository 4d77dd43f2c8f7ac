export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still, for tests. */
export const fixedClock = (at: string): Clock => ({ now: () => new Date(at) })
