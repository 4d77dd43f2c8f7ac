import type { Comment, Span } from '../reading.ts'
import { linesIn } from './lines-in.ts'

/** A line of YAML; `inside` is one that goes on with a text, a quote or brackets from above. */
export type YamlLine = Span & { indent: number; kind: 'blank' | 'comment' | 'content' | 'inside' }

type State = {
  quote: string | undefined
  brackets: number
  /** A text behind `|` or `>`: how far its owner and its own lines are indented. */
  text: { owner: number; indent: number | undefined } | undefined
}

/** What each line of a YAML file is, and its comments. */
export function yamlLines(source: string): { lines: YamlLine[]; comments: Comment[] } {
  const comments: Comment[] = []
  const state: State = { quote: undefined, brackets: 0, text: undefined }
  const lines = linesIn(source).map(({ start, end }): YamlLine => {
    const text = source.slice(start, end)
    const indent = /^ */.exec(text)?.[0].length ?? 0
    return { start, end, indent, kind: kindOf(text, start, indent) }
  })
  return { lines, comments }

  function kindOf(text: string, start: number, indent: number): YamlLine['kind'] {
    if (inText(state, text, indent)) return 'inside'
    const inside = state.quote !== undefined || state.brackets > 0
    const comment = scan(text, state)
    if (comment !== undefined) {
      const end = start + text.length
      comments.push({ start: start + comment, end, text: text.slice(comment + 1) })
    }
    if (inside) return 'inside'
    if (text.trim() === '') return 'blank'
    return comment === indent ? 'comment' : 'content'
  }
}

/** Whether a line belongs to the text above; the first line that does not ends it. */
function inText(state: State, line: string, indent: number): boolean {
  const { text } = state
  if (!text) return false
  if (line.trim() === '') return true
  if (text.indent === undefined && indent > text.owner) text.indent = indent
  if (text.indent !== undefined && indent >= text.indent) return true
  state.text = undefined
  return false
}

/** Reads one line on from a state; answers where its comment begins. */
function scan(line: string, state: State): number | undefined {
  let fresh = !state.quote
  let owner = 0
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? ''
    const next = line[at + 1] ?? ' '
    if (state.quote !== undefined) {
      if (sign === '\\' && state.quote === '"') at += 1
      else if (sign === state.quote && sign === "'" && next === "'") at += 1
      else if (sign === state.quote) state.quote = undefined
    } else if (sign === '#' && (at === 0 || /[ \t]/.test(line[at - 1] ?? ''))) {
      return at
    } else if (sign !== ' ' && sign !== '\t') {
      const header = fresh && /^[|>][+-]?(\d?)[+-]?[ \t]*(?:#.*)?$/.exec(line.slice(at))
      if (header && state.brackets === 0) {
        state.text = { owner, indent: header[1] ? owner + Number(header[1]) : undefined }
        return undefined
      }
      if (fresh && !'[{]}:,!&'.includes(sign)) owner = at
      if (fresh && /[!&]/.test(sign)) at += (/^\S*/.exec(line.slice(at))?.[0].length ?? 1) - 1
      else fresh = step(sign, next, fresh, state)
    }
  }
  return undefined
}

/** One sign outside of quotes; answers whether a new value may begin behind it. */
function step(sign: string, next: string, fresh: boolean, state: State): boolean {
  const inside = state.brackets > 0
  if (fresh && (sign === '"' || sign === "'")) state.quote = sign
  if ((fresh || inside) && (sign === '[' || sign === '{')) {
    state.brackets += 1
    return true
  }
  if (inside && (sign === ']' || sign === '}')) state.brackets -= 1
  if (sign === ',') return inside
  const parted = /\s/.test(next)
  if (sign === ':') return parted || inside
  return fresh && parted && (sign === '-' || sign === '?')
}
