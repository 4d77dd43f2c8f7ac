/** A choice of an Accept header: `text/html;q=0.8` weighs 0.8. */
export type Choice = { value: string; weight: number }

/** The choices of a header like `gzip, br;q=0.5`; what is not a number weighs nothing. */
export const choicesIn = (header: string): Choice[] =>
  header.split(',').map((each) => {
    const [value = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    const quality = parameters.find((part) => part.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    return { value, weight: weight >= 0 && weight <= 1 ? weight : 0 }
  })

/** How much a media type is wanted: what names it more closely goes before `type/*`. */
export function weightOf(type: string, choices: Choice[]): number {
  const ranges = [type, `${type.split('/', 1)[0]}/*`, '*/*']
  for (const range of ranges) {
    const choice = choices.find(({ value }) => value === range)
    if (choice) return choice.weight
  }
  return 0
}
