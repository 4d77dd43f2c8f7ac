import { normalCall } from '../normal-call.ts'
import type { Element } from '../reading.ts'
import type { EntryText } from './entry-text.ts'

/**
 * Whether an element of the list is the entry: the same code, the same declared name (edited by
 * its owner), or the call that `key` names.
 */
export function isEntry(element: Element, entry: EntryText, key: string | undefined): boolean {
  if (element.identity === entry.identity) return true
  if (entry.names.some((name) => element.names.includes(name))) return true
  if (key === undefined) return false
  return element.names.includes(key) || element.call === normalCall(key)
}
