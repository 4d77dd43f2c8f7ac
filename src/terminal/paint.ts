import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Text in a style where the stream shows colour: a terminal, and neither NO_COLOR nor --no-color. */
export function paint(
  style: Style,
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  return styleText(style, text, { stream })
}
