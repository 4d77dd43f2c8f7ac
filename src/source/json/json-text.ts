/** How the values of a file are written. */
export type JsonStyle = { unit: string; lineEnd: string; expanded: boolean }

const width = 100

/** A value as text whose first line continues a line indented by `indent`. */
export function jsonText(value: unknown, indent: string, style: JsonStyle): string {
  if (Array.isArray(value)) return arrayText(value, indent, style)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = indent + style.unit
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}: ${jsonText(member, inner, style)}`)
  return bracketed('{', members, '}', indent, style)
}

/** On one line when that is the file's way and it fits there. */
function arrayText(values: unknown[], indent: string, style: JsonStyle): string {
  const items = values.map((value) => jsonText(value, indent + style.unit, style))
  const line = `[${items.join(', ')}]`
  const fits = !line.includes('\n') && indent.length + line.length < width
  return fits && !style.expanded ? line : bracketed('[', items, ']', indent, style)
}

function bracketed(open: string, items: string[], close: string, indent: string, style: JsonStyle) {
  if (items.length === 0) return open + close
  const lines = items.map((item) => indent + style.unit + item)
  return [open, lines.join(`,${style.lineEnd}`), indent + close].join(style.lineEnd)
}
