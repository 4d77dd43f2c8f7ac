import { plainText } from '../values/plain-text.ts'

/**
 * What is not seen and changes how the rest is read: controls, marks that turn the direction of
 * letters, spaces without width. Joiners stay: families of emoji and Persian words are made with them.
 */
const unseen = /[\p{Cc}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}]/gu

/** Text of one line, as a name or a title is: composed letters, no controls, no space at its ends. */
export const cleanLine = () =>
  plainText().overwrite((text) =>
    text.replace(/\s+/g, ' ').normalize('NFC').replace(unseen, '').trim(),
  )

/** Text of several lines, which end in line feeds. */
export const cleanText = () =>
  plainText().overwrite((text) =>
    text
      .replace(/\r\n?|[\u{2028}\u{2029}]/gu, '\n')
      .normalize('NFC')
      .replace(unseen, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
      .trim(),
  )
