import { z } from 'zod'

type Member = Json | null

/** A JSON value other than null, which stands for "none" in a column. */
export type Json = string | number | boolean | Member[] | { [key: string]: Member }

const deepest = 100

/** Any JSON value that a jsonb column can keep. */
export const jsonValue = () =>
  z.custom<Json>(
    (value) => value !== null && isMember(value, 0),
    `Must be JSON other than null, up to ${deepest} levels deep, without the null character`,
  )

function isMember(value: unknown, depth: number): value is Member {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'string') return isText(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= deepest) return false
  if (Array.isArray(value)) return value.every((each) => isMember(each, depth + 1))
  return Object.entries(value).every(([key, each]) => isText(key) && isMember(each, depth + 1))
}

const isText = (value: string) => !value.includes('\0') && value.isWellFormed()

/** The text of a JSON value for its column; null and undefined stay what they are. */
export function toJsonText(value: Json): string
export function toJsonText(value: Json | null): string | null
export function toJsonText(value: Json | null | undefined): string | null | undefined
export function toJsonText(value: Json | null | undefined) {
  return value === null || value === undefined ? value : JSON.stringify(value)
}
