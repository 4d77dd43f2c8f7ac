const texts = new Set<string>()

/**
 * Notes that a text lies as the formatter would lay it: template files are kept formatted, and
 * what was put into prose and JSON moves no line. Returns the text.
 */
export function laid(text: string): string {
  texts.add(text)
  return text
}

export const isLaid = (text: string): boolean => texts.has(text)
