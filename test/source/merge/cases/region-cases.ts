import type { MergeCase } from './merge-case.ts'

const app = `import { createHttp } from '#app/framework/http/server.ts'
import type { Config } from '#app/config.ts'
import { createNotes } from '#app/notes/notes.ts'

export async function createApp(config: Config, platform: Platform) {
  const http = createHttp(config)
  // #region elif:modules
  const notes = createNotes(platform)
  // #endregion elif:modules

  // #region elif:routes
  http.register(notes.routes)
  // #endregion elif:routes

  // #region custom:extras
  http.get('/mine', () => 'mine')
  // #endregion custom:extras

  return { http, notes }
}
`

const notes = '  const notes = createNotes(platform)\n'
const routes = '  http.register(notes.routes)\n'
const own = "  http.get('/mine', () => 'mine')\n"

/** The same in a file with regions. */
export const regions: MergeCase[] = [
  {
    name: 'an entry of its own in a region where theirs has a new one',
    base: app,
    mine: [[notes, `${notes}  const mine = createMine(platform)\n`]],
    theirs: [[notes, `${notes}  const tags = createTags(platform)\n`]],
    merged: [
      [notes, `${notes}  const mine = createMine(platform)\n  const tags = createTags(platform)\n`],
    ],
  },
  {
    name: 'the entries of a region reordered',
    base: app.replace(routes, `${routes}  http.register(tags.routes)\n`),
    mine: [[`${routes}  http.register(tags.routes)\n`, `  http.register(tags.routes)\n${routes}`]],
    theirs: [
      [
        '  http.register(tags.routes)\n',
        '  http.register(tags.routes)\n  http.register(lines.routes)\n',
      ],
    ],
    merged: [
      [
        `${routes}  http.register(tags.routes)\n`,
        `  http.register(tags.routes)\n${routes}  http.register(lines.routes)\n`,
      ],
    ],
  },
  {
    name: 'a region moved with what is in it',
    base: app,
    mine: [
      [`  // #region elif:routes\n${routes}  // #endregion elif:routes\n\n`, ''],
      [
        '  return {',
        `  // #region elif:routes\n${routes}  // #endregion elif:routes\n\n  return {`,
      ],
    ],
    theirs: [[routes, `${routes}  http.register(tags.routes)\n`]],
    merged: [
      [`  // #region elif:routes\n${routes}  // #endregion elif:routes\n\n`, ''],
      [
        '  return {',
        `  // #region elif:routes\n${routes}  http.register(tags.routes)\n  // #endregion elif:routes\n\n  return {`,
      ],
    ],
  },
  {
    name: 'the lines of a region deleted, its entries kept',
    base: app,
    mine: [
      ['  // #region elif:routes\n', ''],
      ['  // #endregion elif:routes\n', ''],
    ],
    theirs: [[routes, `${routes}  http.register(tags.routes)\n`]],
    merged: [
      ['  // #region elif:routes\n', ''],
      [`${routes}  // #endregion elif:routes\n`, `${routes}  http.register(tags.routes)\n`],
    ],
  },
  {
    name: 'a region deleted with all that was in it',
    base: app,
    mine: [[`  // #region elif:routes\n${routes}  // #endregion elif:routes\n\n`, '']],
    theirs: [[notes, `${notes}  const tags = createTags(platform)\n`]],
    merged: [
      [`  // #region elif:routes\n${routes}  // #endregion elif:routes\n\n`, ''],
      [notes, `${notes}  const tags = createTags(platform)\n`],
    ],
  },
  {
    name: 'a region of its own edited, which theirs empties',
    base: app,
    mine: [[own, `${own}  http.get('/ours', () => 'ours')\n`]],
    theirs: [
      [own, ''],
      [notes, `${notes}  const tags = createTags(platform)\n`],
    ],
    merged: [
      [own, `${own}  http.get('/ours', () => 'ours')\n`],
      [notes, `${notes}  const tags = createTags(platform)\n`],
    ],
  },
  {
    name: 'a region of its own left alone, which theirs fills otherwise and takes out',
    base: app,
    mine: [],
    theirs: [
      [`  // #region custom:extras\n${own}  // #endregion custom:extras\n\n`, ''],
      [notes, `${notes}  const tags = createTags(platform)\n`],
    ],
    merged: [[notes, `${notes}  const tags = createTags(platform)\n`]],
  },
  {
    name: 'a region of its own deleted, which theirs fills otherwise',
    base: app,
    mine: [[`  // #region custom:extras\n${own}  // #endregion custom:extras\n\n`, '']],
    theirs: [[own, "  http.get('/theirs', () => 'theirs')\n"]],
    merged: [[`  // #region custom:extras\n${own}  // #endregion custom:extras\n\n`, '']],
  },
  {
    name: 'what a function returns widened, where theirs widens it too',
    base: app,
    mine: [['return { http, notes }', 'return { http, notes, mine }']],
    theirs: [['return { http, notes }', 'return { http, notes, tags }']],
    merged: [['return { http, notes }', 'return { http, notes, mine, tags }']],
  },
  {
    name: 'an argument given where theirs gives another one',
    base: app,
    mine: [['createHttp(config)', 'createHttp(config, logger)']],
    theirs: [['createHttp(config)', 'createHttp(config, platform)']],
    merged: [
      {
        mine: '  const http = createHttp(config, logger)\n',
        theirs: '  const http = createHttp(config, platform)\n',
      },
    ],
  },
]
