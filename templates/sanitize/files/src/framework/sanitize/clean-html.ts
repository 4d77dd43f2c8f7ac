import sanitizeHtml from 'sanitize-html'

import { plainText } from '../values/plain-text.ts'

/** What somebody may write who formats a text: nothing that runs, loads or looks like the page around it. */
const usual = {
  tags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'a'],
  attributes: { a: ['href', 'title'] } as Record<string, string[]>,
}

/** HTML of these tags and attributes; the rest is left out, and so is the text of scripts and styles. */
export const cleanHtml = ({ tags = usual.tags, attributes = usual.attributes } = {}) => {
  const options: sanitizeHtml.IOptions = {
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedSchemes: ['https', 'http', 'mailto'],
    allowProtocolRelative: false,
    // Where links are allowed, the page that they lead to learns nothing of ours, and gains nothing.
    transformTags: attributes['a'] ? { a: withRelation } : {},
  }
  const allowed = {
    ...options,
    allowedAttributes: { ...attributes, a: [...(attributes['a'] ?? []), 'rel'] },
  }
  return plainText().overwrite((text) => sanitizeHtml(text, allowed))
}

const withRelation = (tagName: string, given: Record<string, string>) => ({
  tagName,
  attribs: { ...given, rel: 'nofollow noopener noreferrer' },
})
