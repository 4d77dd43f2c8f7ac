import { expect, test } from 'vitest'

import { eventText } from './server-event.ts'

test('a line break in the id or the name of an event is refused', () => {
  expect(() => eventText({ event: 'a\nid: 9', data: '' })).toThrow('The event of an event')
  expect(() => eventText({ id: 'a\rb', data: '' })).toThrow('The id of an event holds a line break')
})
