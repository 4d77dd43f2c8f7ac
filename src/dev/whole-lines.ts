/** Hands a stream's text on in whole lines, each with its line end; the rest is handed on at the end. */
export function wholeLines(onText: (text: string) => void) {
  let rest = ''
  return {
    add(text: string) {
      const all = rest + text
      const end = all.lastIndexOf('\n') + 1
      rest = all.slice(end)
      if (end > 0) onText(all.slice(0, end))
    },
    end() {
      if (rest !== '') onText(`${rest}\n`)
      rest = ''
    },
  }
}
