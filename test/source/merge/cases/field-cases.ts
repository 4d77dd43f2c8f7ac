import { kites } from './kites.ts'
import type { MergeCase } from './merge-case.ts'

const area = '  area: z.number(),\n'
const span = '  span: z.integer(),\n'
const tail = '  tail: z.string().optional(),\n'
const name = '  name: z.string(),\n'
const remove = `    async remove(id: string) {
      await database.deleteFrom('kites').where('id', '=', id).execute()
    },
`
const list = `    async list(limit = 20) {
      return database.selectFrom('kites').selectAll().limit(limit).execute()
    },
`
const find = kites.slice(kites.indexOf('    async find'), kites.indexOf('    async list') - 1)

/** What owners do to a file while its template goes on. */
export const fields: MergeCase[] = [
  {
    name: 'a field of its own at the end, where theirs has a new one too',
    mine: [[tail, tail + area]],
    theirs: [[tail, tail + span]],
    merged: [[tail, tail + area + span]],
  },
  {
    name: 'the neighbour of the new field edited',
    mine: [[tail, '  tail: z.string().max(9).optional(),\n']],
    theirs: [[tail, tail + span]],
    merged: [[tail, '  tail: z.string().max(9).optional(),\n' + span]],
  },
  {
    name: 'a field put in where theirs puts another in',
    mine: [[name, name + area]],
    theirs: [[name, name + span]],
    merged: [[name, name + span + area]],
  },
  {
    name: 'fields reordered',
    mine: [[name + tail, tail + name]],
    theirs: [[name, name + span]],
    merged: [[name + tail, tail + name + span]],
  },
  {
    name: 'a field retyped that theirs retypes alike',
    mine: [[name, '  name: z.string().min(1),\n']],
    theirs: [[name, '  name: z.string().min(1),\n']],
    merged: [[name, '  name: z.string().min(1),\n']],
  },
  {
    name: 'a field retyped that theirs retypes otherwise',
    mine: [[name, '  name: z.string().min(1),\n']],
    theirs: [[name, '  name: z.string().max(80),\n']],
    merged: [{ mine: '  name: z.string().min(1),\n', theirs: '  name: z.string().max(80),\n' }],
  },
  {
    name: 'a field deleted that theirs leaves alone',
    mine: [[tail, '']],
    theirs: [[name, name + span]],
    merged: [[name + tail, name + span]],
  },
  {
    name: 'a field deleted that theirs changes',
    mine: [[tail, '']],
    theirs: [[tail, '  tail: z.string().nullable(),\n']],
    merged: [{ mine: '', theirs: '  tail: z.string().nullable(),\n' }],
  },
  {
    name: 'a field changed that theirs deletes',
    mine: [[tail, '  tail: z.string().max(9),\n']],
    theirs: [[tail, '']],
    merged: [{ mine: '  tail: z.string().max(9),\n', theirs: '' }],
  },
  {
    name: 'a field of its own beside one that theirs deletes',
    mine: [[tail, tail + area]],
    theirs: [[tail, '']],
    merged: [[tail, area]],
  },
  {
    name: 'the same field added by both',
    mine: [[tail, tail + area]],
    theirs: [[tail, tail + area]],
    merged: [[tail, tail + area]],
  },
  {
    name: 'one field added by both, each in its own way',
    mine: [[tail, tail + '  area: z.string(),\n']],
    theirs: [[tail, tail + area]],
    merged: [{ mine: '  area: z.string(),\n', theirs: area }],
  },
  {
    name: 'a method moved that theirs changes',
    mine: [[`${find}\n${list}`, `${list}\n${find}`]],
    theirs: [['limit = 20', 'limit = 50']],
    merged: [[`${find}\n${list}`, `${list}\n${find}`.replace('limit = 20', 'limit = 50')]],
  },
  {
    name: 'a method added where theirs adds one',
    mine: [[list, `${list}\n    async mine() {},\n`]],
    theirs: [[list, `${list}\n${remove}`]],
    merged: [[list, `${list}\n    async mine() {},\n\n${remove}`]],
  },
  {
    name: 'a method deleted beside the new one',
    mine: [[`${find}\n`, '']],
    theirs: [[find, `${find}\n${remove}`]],
    merged: [[find, remove]],
  },
  {
    name: 'a method deleted that theirs changes',
    mine: [[`\n${list}`, '']],
    theirs: [['limit = 20', 'limit = 50']],
    merged: [{ mine: '', theirs: `\n${list.replace('limit = 20', 'limit = 50')}` }],
  },
]
