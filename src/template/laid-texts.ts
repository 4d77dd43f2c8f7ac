const WIDTH = 100
const texts = new Set<string>()

/**
 * Notes that a text lies as the formatter would lay it: template files are kept formatted, and
 * what was put into prose and JSON moves no line. Returns the text.
 */
export function laid(text: string): string {
  texts.add(text)
  return text
}

/** Notes the same of a text into which laid entries were put, as long as no line is too long. */
export const laidLike = (before: string | undefined, after: string | undefined): void => {
  if (before === undefined || after === undefined) return
  const known = new Set(before.split('\n'))
  const added = after.split('\n').filter((line) => !known.has(line))
  if (texts.has(before) && fitsLines(added.join('\n'))) texts.add(after)
}

/** Whether every line is as short as new apps want them. */
export const fitsLines = (text: string): boolean =>
  text.split('\n').every((line) => line.length <= WIDTH)

export const isLaid = (text: string): boolean => texts.has(text)
