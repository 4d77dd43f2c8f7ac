import type { AppMap } from './map-schema.ts'

export const graphFormats = ['text', 'mermaid', 'dot', 'json'] as const
export type GraphFormat = (typeof graphFormats)[number]

type Node = { name: string; kind: 'module' | 'platform' }
type Edge = { from: string; to: string; kind: 'uses' | 'takes' }

/** Who knows whom: modules, what they take from the platform, and which others they use. */
export type AppGraph = { nodes: Node[]; edges: Edge[] }

export function graphOf({ modules }: AppMap): AppGraph {
  const parts = [...new Set(modules.flatMap(({ takes }) => takes))].toSorted()
  return {
    nodes: [
      ...modules.map(({ name }) => ({ name, kind: 'module' as const })),
      ...parts.map((part) => ({ name: platformName(part), kind: 'platform' as const })),
    ],
    edges: modules.flatMap(({ name, takes, uses }) => [
      ...uses.map((to) => ({ from: name, to, kind: 'uses' as const })),
      ...takes.map((part) => ({ from: name, to: platformName(part), kind: 'takes' as const })),
    ]),
  }
}

/** A module may be called like a part of the platform. */
const platformName = (part: string) => `platform.${part}`

/** A graph as a text: for people, for Mermaid, for Graphviz, or as JSON. */
export function graphText(graph: AppGraph, format: GraphFormat): string {
  if (format === 'json') return JSON.stringify(graph, null, 2)
  return { text: plainText, mermaid: mermaidText, dot: dotText }[format](graph).join('\n')
}

function plainText({ nodes, edges }: AppGraph): string[] {
  const modules = nodes.filter(({ kind }) => kind === 'module')
  if (modules.length === 0) return ['The app has no modules.']
  return modules.flatMap(({ name }) => {
    const own = edges.filter(({ from }) => from === name)
    return [name].concat(own.map(({ to, kind }) => `  ${kind} ${to}`))
  })
}

function mermaidText({ nodes, edges }: AppGraph): string[] {
  const ids = idsOf(nodes)
  return [
    'graph LR',
    ...nodes.map(({ name, kind }) =>
      kind === 'module' ? `  ${ids.get(name)}["${name}"]` : `  ${ids.get(name)}(["${name}"])`,
    ),
    ...edges.map(
      ({ from, to, kind }) =>
        `  ${ids.get(from)} ${kind === 'uses' ? '-->' : '-.->'} ${ids.get(to)}`,
    ),
  ]
}

/** Mermaid has words that no node may be called. */
const idsOf = (nodes: Node[]) => new Map(nodes.map(({ name }, index) => [name, `n${index + 1}`]))

const quoted = (name: string) => JSON.stringify(name)

function dotText({ nodes, edges }: AppGraph): string[] {
  return [
    'digraph app {',
    '  rankdir=LR',
    ...nodes.map(
      ({ name, kind }) => `  ${quoted(name)} [shape=${kind === 'module' ? 'box' : 'ellipse'}]`,
    ),
    ...edges.map(
      ({ from, to, kind }) =>
        `  ${quoted(from)} -> ${quoted(to)}${kind === 'takes' ? ' [style=dashed]' : ''}`,
    ),
    '}',
  ]
}
