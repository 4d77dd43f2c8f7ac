import type { Editor } from '../../src/source/edit.ts'
import { addJson, addJsonItem, setJson } from '../../src/source/json/set-json.ts'
import { type JsonPath, jsonTree, nodeAt } from '../../src/source/json/json-tree.ts'
import { removeJson } from '../../src/source/json/remove-json.ts'
import { holdsInOrder } from './import-trials.ts'
import type { Random } from './random.ts'
import type { Trial } from './trial.ts'

const places: [JsonPath, ...JsonPath[]] = [
  ['elif'],
  ['scripts', 'elif-entry'],
  ['compilerOptions', 'elif', 'entry'],
  ['dependencies', 'elif-a'],
  ['dependencies', '~elif'],
]
const ITEM = 'elif-item'
const values: [unknown, ...unknown[]] = ['^1.0.0', true, ['a', { b: null }], { a: { b: -1.5 } }, []]

/** A value at one of the places that elif writes to, and an element for one of the file's arrays. */
export function jsonTrials(source: string, path: string, random: Random): Trial[] {
  const tree = jsonTree(source)
  if (!tree) return []
  const place = random.pick(places)
  const value = random.pick(values)
  const made = place.findIndex((_key, depth) => !nodeAt(tree, place.slice(0, depth + 1)))
  const remove = removeJson(place.slice(0, made + 1))
  const trial = (name: string, add: Editor, without: Editor): Trial => ({
    name,
    path,
    source,
    add,
    remove: without,
    leavesTheRest: (text) => holdsInOrder(text, source) && isStrict(text) === isStrict(source),
  })
  return [
    trial('value in JSON', setJson(place, value), remove),
    trial('missing value in JSON', addJson(place, value), remove),
    ...arraysIn(tree.root.items).map((key) =>
      trial('element in JSON', addJsonItem([key], ITEM), removeItem(key)),
    ),
  ]
}

/** Whether npm can read it, to which comments and commas behind the last entry are errors. */
function isStrict(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''))
    return true
  } catch {
    return false
  }
}

type Items = NonNullable<ReturnType<typeof jsonTree>>['root']['items']

const arraysIn = (items: Items) =>
  items.filter(({ node }) => node.kind === 'array').map(({ key }) => key)

/** A list that is in order has it in its order, any other one at its end. */
const removeItem =
  (key: string | number): Editor =>
  (source, path) => {
    const tree = jsonTree(source)
    const items = (tree && nodeAt(tree, [key])?.items) ?? []
    const written = JSON.stringify(ITEM)
    const at = items.findIndex(({ node }) => source.slice(node.start, node.end) === written)
    return removeJson([key, at])(source, path)
  }
