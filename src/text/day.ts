/** The day of a moment in UTC, as `2026-01-31`. */
export const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(moment.getTime()) && dayOf(moment) === text
}
