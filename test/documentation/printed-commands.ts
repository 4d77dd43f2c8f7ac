/** The commands inside what a program prints: from their first word to the end of line or sentence. */
export function printedCommands(text: string): string[] {
  const found = text.matchAll(/(?:^|[\s(:])((?:\.{1,2}\/elif|elifts|npx|npm|node|cd|mv) [^\n]+)/gm)
  return [...new Set([...found].map(([, rest = '']) => firstSentence(rest)))]
}

/** Words end a command when they begin a sentence; quoted text never ends it. */
function firstSentence(text: string): string {
  const [sentence = ''] = /^(?:'[^']*'|"[^"]*"|[.,;:)](?!\.?(?: |$))|[^'".,;:()])+/.exec(text) ?? []
  return sentence.trim()
}
