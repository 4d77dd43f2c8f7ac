import { expect, test } from 'vitest'

import * as kit from '../../src/recipe/kit.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'

test('a recipe edits the files of an app by the language of each', async () => {
  const app = openWorkspace({
    files: memoryFiles({
      'compose.yaml': 'services:\n  # #region elif:services\n  # #endregion elif:services\n',
      Dockerfile: 'FROM node\n# #region elif:build\nRUN old\n# #endregion elif:build\n',
      'src/mail.ts': "export { a } from './a.ts'\n",
      'vitest.config.ts': 'export default defineConfig({ test: { pool: 1 } })\n',
    }),
  })
  await kit.openReadersFor(app.list())
  const { insertIntoRegion, replaceInRegion, addExport, insertIntoList } = kit
  app.edit(
    'compose.yaml',
    insertIntoRegion({ region: 'elif:services', entry: 'mail:\n  image: mail' }),
  )
  app.edit(
    'Dockerfile',
    replaceInRegion({ region: 'elif:build', was: 'RUN old', entry: 'RUN new' }),
  )
  app.edit('src/mail.ts', addExport({ from: './b.ts', types: ['B'] }))
  const anchor = { kind: 'call' as const, name: 'defineConfig', path: [0, 'test'] }
  app.edit('vitest.config.ts', insertIntoList({ anchor, entry: 'globals: true' }))

  const { notices } = await app.changeSet()
  expect(notices).toEqual([])
  expect(app.list().map((path) => app.read(path))).toEqual([
    'FROM node\n# #region elif:build\nRUN new\n# #endregion elif:build\n',
    'services:\n  # #region elif:services\n  mail:\n    image: mail\n  # #endregion elif:services\n',
    "export { a } from './a.ts'\nexport type { B } from './b.ts'\n",
    'export default defineConfig({ test: { pool: 1, globals: true } })\n',
  ])
})
