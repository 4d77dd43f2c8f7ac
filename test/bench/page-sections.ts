/** A page in its parts: what stands before the first heading of the second level, then each of those. */
const partsOf = (page: string): string[] => page.split(/^(?=## )/m)

const headingOf = (part: string) => part.split('\n', 1)[0] ?? ''

/** The part of a page under a heading, which comes first in it; empty where there is none. */
export const sectionOf = (page: string, heading: string): string =>
  partsOf(page).find((part) => headingOf(part) === heading) ?? ''

/** The page with this part in place of the earlier one with the same heading, or at its end. */
export function withSection(page: string, section: string): string {
  const parts = partsOf(page).map((part) => part.trimEnd())
  const at = parts.findIndex((part) => headingOf(part) === headingOf(section))
  const others = at < 0 ? [...parts, section.trimEnd()] : parts.with(at, section.trimEnd())
  return `${others.join('\n\n')}\n`
}

/** A new page with the parts of the earlier one that it does not have itself. */
export const withSectionsOf = (page: string, earlier: string): string =>
  partsOf(earlier)
    .slice(1)
    .filter((part) => sectionOf(page, headingOf(part)) === '')
    .reduce(withSection, page)
