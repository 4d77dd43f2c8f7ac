import type { List } from '../reading.ts'
import { elementOf } from './container.ts'
import { child, type Node, walk } from './node.ts'

/** `.get(a).use(b)` behind what `name` says it starts from: `app`, `express`, `new Hono`. */
export function chainsFrom(program: Node, name: string, source: string): List[] {
  const links = [...walk(program)].filter((node) => objectOf(node))
  const inner = new Set(links.map(objectOf))
  return links
    .filter((link) => !inner.has(link))
    .map((last) => linksOf(last))
    .filter(([first]) => first && startsFrom(objectOf(first), name, source))
    .map((calls) => chainOf(calls, source))
}

/** What a method is called on; undefined for what is no call of a method. */
function objectOf(node: Node): Node | undefined {
  const callee = node.type === 'CallExpression' ? child(node, 'callee') : undefined
  const isPlain = callee?.type === 'MemberExpression' && callee.computed !== true
  return isPlain ? child(callee, 'object') : undefined
}

function linksOf(last: Node): Node[] {
  const links: Node[] = []
  for (let link: Node | undefined = last; link && objectOf(link); link = objectOf(link)) {
    links.unshift(link)
  }
  return links
}

function startsFrom(root: Node | undefined, name: string, source: string): boolean {
  if (!root) return false
  const callee = child(root, 'callee') ?? root
  const code = source.slice(callee.start, callee.end)
  return name === (root.type === 'NewExpression' ? `new ${code}` : code)
}

function chainOf(calls: Node[], source: string): List {
  const start = calls[0]?.start ?? 0
  const open = calls[0] ? (objectOf(calls[0])?.end ?? start) : start
  const close = calls.at(-1)?.end ?? start
  const elements = calls.map((call) => elementOf(linkOf(call, source), source))
  return {
    kind: 'list',
    id: `Chain:${start}`,
    list: 'chain',
    elements,
    start,
    open,
    close,
    closed: true,
  }
}

/** One link alone: from its dot on, and without what it is called on. */
function linkOf(call: Node, source: string): Node {
  const callee = child(call, 'callee')
  const property = child(callee, 'property')
  const dot = source.lastIndexOf('.', (property?.start ?? call.start) - 1)
  const start = source[dot - 1] === '?' ? dot - 1 : dot
  return { ...call, start, callee: { ...callee, start, object: undefined } }
}
