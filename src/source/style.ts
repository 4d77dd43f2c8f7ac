import { endsWithSemicolons } from './list/separator.ts'
import type { Import, Reading } from './reading.ts'

/** How a file writes its imports. */
export type ImportStyle = { quote: string; semicolon: string }

/** Read from its imports, else from the rest of the file. */
export function importStyle(source: string, { imports }: Reading): ImportStyle {
  const last = imports.at(-1)
  const semicolons = last ? mostly(imports, source) : endsWithSemicolons(source)
  return { quote: quoteOf(source, last), semicolon: semicolons ? ';' : '' }
}

const mostly = (imports: Import[], source: string) =>
  imports.filter(({ end }) => source[end - 1] === ';').length * 2 > imports.length

function quoteOf(source: string, last: Import | undefined): string {
  if (last) return source[last.specifier] ?? "'"
  const double = source.match(/"/g)?.length ?? 0
  return double > (source.match(/'/g)?.length ?? 0) ? '"' : "'"
}
