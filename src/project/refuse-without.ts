import { elifError } from '../errors/elif-error.ts'

/** Throws where an app lacks a feature that something cannot do without. */
export function refuseWithout(installed: string[], needs: string[], what: string): void {
  const need = needs.find((each) => !installed.includes(each))
  if (need !== undefined) throw elifError('feature-missing', { what, need })
}
