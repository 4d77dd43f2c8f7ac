import { expect, test } from 'vitest'

import { routesText } from '../../src/terminal/routes-text.ts'

const none = { app: [], module: [], route: [] }
const place = { file: 'src/modules/kites/kite-controller.ts', line: 12 }

test('a row for each route, and its hooks below it', () => {
  const text = routesText([
    { method: 'GET', url: '/kites', policy: 'public', hooks: none, schemas: {}, place },
    {
      method: 'DELETE',
      url: '/kites/:id',
      name: 'kites.remove',
      policy: 'isOwner',
      hooks: { ...none, module: ['onRequest count'], route: ['preHandler lock', 'onSend unlock'] },
      schemas: { params: 'ById' },
    },
  ])
  expect(text)
    .toBe(`GET     /kites      public                 src/modules/kites/kite-controller.ts:12
DELETE  /kites/:id  isOwner  kites.remove
        module: onRequest count
        route: preHandler lock, onSend unlock

2 routes.`)
})

test('an app without routes says so', () => {
  expect(routesText([])).toBe('The app has no routes.')
})
