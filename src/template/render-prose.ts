/** Renders an ejs text; a word that `data` does not have is an error, never an empty place. */
export async function renderProse(text: string, data: Record<string, unknown>, path: string) {
  const { default: ejs } = await import('ejs')
  return ejs.render(text, data, {
    strict: true,
    destructuredLocals: Object.keys(data),
    filename: path,
    escape: (value: unknown) => String(value),
  })
}
