/** How much of something one caller may ask for. */
export type Limit = {
  /** Names it in headers and, with the caller, in the store: two of the same name share what they count. */
  name: string
  /**
   * `sliding-window`: so many in a window, of which the one before counts by the part that is still in
   * sight. `token-bucket`: so many at once, which come back one by one over a window.
   */
  algorithm: 'sliding-window' | 'token-bucket'
  quota: number
  /** In milliseconds. */
  window: number
}

/** The answer of a store, in milliseconds from now. */
export type Taken = {
  allowed: boolean
  /** How many more would be allowed now. */
  remaining: number
  /** When the quota is there again in full, were nothing more asked for. */
  resetIn: number
  /** When the next one is allowed; 0 when it is now. */
  retryIn: number
}

/**
 * Counts what callers ask for. In memory each process counts for itself; a store that several share
 * answers with a promise. What is refused is not counted, so that whoever waits gets on.
 */
export type RateLimitStore = {
  take(key: string, limit: Limit): Taken | Promise<Taken>
}
