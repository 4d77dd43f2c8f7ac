import { elifError } from '../../errors/elif-error.ts'
import { changed, type Edit, refused } from '../edit.ts'
import { type Splice, spliced } from '../list/splice.ts'
import type { Region } from '../pair-markers.ts'
import { findRegions } from '../region.ts'
import type { Span } from '../reading.ts'
import { type DocumentEntry, type DocumentLanguage, languageOf } from './document.ts'

/** One region of one document, about to be edited. */
export type DocumentPlace = {
  source: string
  path: string
  language: DocumentLanguage
  region: Region
  entries: DocumentEntry[]
}

/** Finds a region and reads its entries; a reason when there is nothing to edit. */
export function documentPlace(source: string, path: string, name: string): DocumentPlace | string {
  const language = languageOf(path)
  if (!language) return `elif knows no comments of ${path}, so it has no regions.`
  if (name.startsWith('custom:')) return `The region ${name} is yours alone.`
  const regions = findRegions(source, path)
  const region = regions.find((each) => each.name === name)
  if (!region) {
    const found = regions.map((each) => each.name)
    return elifError('region-missing', { name, found }).message
  }
  const entries = entriesIn(source, language, region)
  if (!entries) return `What stands in the region ${name} reaches out of it.`
  return { source, path, language, region, entries }
}

/** Keeps a splice only when the region then has exactly these entries and all else is as it was. */
export function verifiedDocument(
  place: DocumentPlace,
  splice: Splice,
  expected: DocumentEntry[],
  paste: string,
): Edit {
  const { source, language, region } = place
  const text = spliced(source, [splice])
  const [head, tail] = [source.slice(0, region.from), source.slice(region.to)]
  if (!text.startsWith(head) || !text.endsWith(tail)) {
    return refused('The edit would reach beyond its region.', paste)
  }
  const fault = language.fault?.(text)
  if (fault !== undefined && language.fault?.(source) === undefined) {
    return refused(`The file would not be readable: ${fault}`, paste)
  }
  if (holds(place, text, expected)) return changed(text)
  return refused('The region would not have exactly one entry more or less.', paste)
}

/** The same text means the same; only what is new has to be read for what it means. */
function holds(
  { source, path, language, region, entries }: DocumentPlace,
  text: string,
  expected: DocumentEntry[],
) {
  const again = findSafely(text, path).find(({ name }) => name === region.name)
  const found = again && entriesIn(text, language, again)
  const own = new Set(entries)
  return (
    found?.length === expected.length &&
    expected.every((wanted, at) => {
      const each = found[at]
      if (!each) return false
      const same = own.has(wanted) && isSameText([text, each], [source, wanted])
      return same || each.identity === wanted.identity
    })
  )
}

type Excerpt = [text: string, span: Span]

const isSameText = ([a, first]: Excerpt, [b, second]: Excerpt) =>
  a.slice(first.start, first.end) === b.slice(second.start, second.end)

function entriesIn(source: string, language: DocumentLanguage, { from, to }: Region) {
  return language.entries(source, { start: from, end: to })
}

/** No regions where an edit has broken one. */
function findSafely(text: string, path: string): Region[] {
  try {
    return findRegions(text, path)
  } catch {
    return []
  }
}
