/** What comes of the work, or a failure when it takes longer than this. */
export async function within<T>(milliseconds: number, task: string, work: () => T | Promise<T>) {
  const { promise, reject } = Promise.withResolvers<never>()
  const late = new Error(`${task} took longer than ${milliseconds} milliseconds.`)
  const timer = setTimeout(reject, milliseconds, late)
  try {
    return await Promise.race([work(), promise])
  } finally {
    clearTimeout(timer)
  }
}
