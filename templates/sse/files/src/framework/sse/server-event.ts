/** One event of a stream. Data that is no text is sent as JSON. */
export type ServerEvent = { id?: string; event?: string; data: unknown }

/** An event as it goes over the line, each line of its data on a line of its own. */
export function eventText({ id, event, data }: ServerEvent): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
  return `${field('id', id)}${field('event', event)}${lines.join('')}\n`
}

/** A line break in a name would begin another field. */
function field(name: string, value: string | undefined) {
  if (value === undefined) return ''
  if (/[\r\n\0]/.test(value)) throw new Error(`The ${name} of an event holds a line break`)
  return `${name}: ${value}\n`
}
