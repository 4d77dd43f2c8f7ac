import type { JsonNode, JsonReading } from '../reading.ts'
import { typescriptReader } from '../readers.ts'

export type JsonPath = (string | number)[]

/** Reads JSON with comments and trailing commas, as in tsconfig.json; undefined when broken. */
export const jsonTree = (source: string): JsonReading | undefined =>
  typescriptReader().readJson(source)

/** The node that a path leads to. */
export function nodeAt({ root }: JsonReading, path: JsonPath): JsonNode | undefined {
  let node: JsonNode | undefined = root
  for (const key of path) node = node?.items.findLast((item) => item.key === key)?.node
  return node
}
