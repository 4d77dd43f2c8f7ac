/** Does what may fail without harm. */
export function quietly(act: () => void): void {
  try {
    act()
  } catch {
    return
  }
}
