import { expect, test } from 'vitest'

import { dayOf, isDay } from '../../src/text/day.ts'

test('a day is what the calendar has', () => {
  const days = ['2026-01-31', '2028-02-29', '2026-02-29', '2026-13-01', '2026-1-1', 'soon', '']
  expect(days.filter(isDay)).toEqual(['2026-01-31', '2028-02-29'])
})

test('the day of a moment is that of UTC', () => {
  expect(dayOf(new Date('2026-01-31T23:30:00-02:00'))).toBe('2026-02-01')
})
