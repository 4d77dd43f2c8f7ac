/** Letters that some file systems leave out of a name, invisible as they are. */
const ignorable = /\p{Default_Ignorable_Code_Point}/gu

/**
 * A name as the most forgiving file systems compare it: without case, however its accents are
 * composed, without invisible letters. Two names that fold alike may be one file on macOS or Windows.
 */
export const foldedName = (name: string) =>
  // Upper case first: it brings together what lower case keeps apart, such as ſ and s.
  name.replace(ignorable, '').normalize('NFD').toUpperCase().toLowerCase().normalize('NFC')
