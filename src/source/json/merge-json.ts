import { isDeepStrictEqual } from 'node:util'

import { placeOf } from '../../text/lines.ts'
import { type JsonPath, jsonTree, nodeAt } from './json-tree.ts'
import { removeJson } from './remove-json.ts'
import { setJson } from './set-json.ts'

/** A value that both sides have changed, each in its own way; `line` is its line in mine, from 1. */
export type JsonClash = { path: JsonPath; line: number; theirs: unknown }

type Sides = { path: string; base: string; mine: string; theirs: string }
type Judge = (change: {
  path: JsonPath
  mine: unknown
  theirs: unknown
}) => 'mine' | 'theirs' | 'clash'

/**
 * Brings into mine what theirs changes of a base, key by key; every other byte stays. What its
 * owner has taken out stays out. `judge` decides where both have changed a value. Undefined when
 * one of the texts is no JSON.
 */
export function mergeJson(
  { path: file, base, mine, theirs }: Sides,
  judge: Judge = () => 'clash',
): { text: string; clashes: JsonClash[] } | undefined {
  const [old, now, own] = [jsonTree(base), jsonTree(theirs), jsonTree(mine)]
  if (!old || !now || !own) return undefined
  let text = mine
  const clashes: JsonClash[] = []
  for (const { path, from, to } of differences(old.root.value, now.root.value, [])) {
    const node = nodeAt(own, path)
    const verdict = verdictOn({ path, mine: node?.value, from, to }, judge)
    if (verdict === 'clash') {
      clashes.push({ path, line: placeOf(mine, node?.start ?? 0).line, theirs: to })
    }
    if (verdict !== 'theirs') continue
    const edit = (to === undefined ? removeJson(path) : setJson(path, to))(text, file)
    if (edit.kind === 'changed') text = edit.text
    else if (edit.kind === 'refused') clashes.push({ path, line: 1, theirs: to })
  }
  return { text, clashes }
}

type Difference = { path: JsonPath; from: unknown; to: unknown }

function verdictOn({ path, mine, from, to }: Difference & { mine: unknown }, judge: Judge) {
  if (isDeepStrictEqual(mine, to)) return 'mine'
  if (isDeepStrictEqual(mine, from)) return 'theirs'
  return mine === undefined ? 'mine' : judge({ path, mine, theirs: to })
}

/** The values that differ, as deep as both sides have objects; a list is one value. */
function differences(from: unknown, to: unknown, path: JsonPath): Difference[] {
  if (isDeepStrictEqual(from, to)) return []
  if (!isObject(from) || !isObject(to)) return [{ path, from, to }]
  const keys = new Set([...Object.keys(from), ...Object.keys(to)])
  return [...keys].flatMap((key) => differences(from[key], to[key], [...path, key]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
