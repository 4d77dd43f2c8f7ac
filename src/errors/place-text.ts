import type { Place } from './elif-error.ts'

/** `src/app.ts:12:3`, as terminals and editors make it clickable. */
export function placeText({ path, line, column }: Place): string {
  return [path, line, column].filter((part) => part !== undefined).join(':')
}
