import { expect, test } from 'vitest'

import { openTestApp } from '../../../test/open-test-app.ts'

test('tin whistle answers', async () => {
  await using app = await openTestApp()
  expect(await app.get('/tin-whistle').ok()).toEqual({ message: 'Tin whistle' })
})
