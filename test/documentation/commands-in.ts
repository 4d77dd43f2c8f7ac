/** The commands a reader would copy from a page: shell blocks line by line, and code in running text. */
export function commandsIn(markdown: string): string[] {
  const inBlocks = [...markdown.matchAll(/^```(?:sh|bash|shell|console)\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const text = markdown.replaceAll(/^```[\s\S]*?^```/gm, '')
  const inText = [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => program.test(code))
  return [...new Set([...inBlocks, ...inText])]
}

const program = /^(\.\/elif|node|npx|npm|elifts|cd|git|curl) \S/
