const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML shows it, between tags and in attributes. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (each) => entities[each] ?? each)
