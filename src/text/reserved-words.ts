/** What TypeScript does not let a binding be called. */
const KEYWORDS = `
  any arguments await boolean break case catch class const continue debugger default delete do else
  enum eval export extends false finally for function if implements import in instanceof interface
  let never new null package private protected public return static super switch this throw true
  try typeof undefined unknown var void while with yield
`

/** What every JavaScript object answers to: a key of that name would be found where there is none. */
const OBJECT_MEMBERS = `
  constructor prototype proto hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString
  toString valueOf toJSON then defineGetter defineSetter lookupGetter lookupSetter
`

/** Global types and values that generated code relies on; a noun of that name would hide them. */
const GLOBALS = `
  Array ArrayBuffer Awaited BigInt Boolean Buffer Date Error Exclude Extract Function globalThis
  Infinity Intl Iterator JSON Map Math NaN NonNullable Number Object Omit Partial Pick Process
  Promise Proxy Readonly Record RegExp Required ReturnType Set String Symbol Uint8Array URL
  WeakMap
`

/** What the files of a resource and of a module call their own. */
const OURS = 'clock cursor database http id route routes z'

/** What `app.ts` calls its own, where every module has a variable. */
const COMPOSED = new Set(['config', 'platform'])

/** Nouns whose table or path every app has already: its migrations and the routes of its health. */
const KEPT = new Set(['migrations', 'health'])

const words = (text: string) => text.trim().split(/\s+/u)
const flat = (word: string) => word.replaceAll(/[^\p{L}\d]/gu, '').toLowerCase()

const reserved = new Set(
  [...words(KEYWORDS), ...words(OBJECT_MEMBERS), ...words(GLOBALS), ...words(OURS)].map(flat),
)
const members = new Set(words(OBJECT_MEMBERS).map(flat))

/** Whether a noun of this name would hide a word of the language, however it is spelled. */
export const isReservedWord = (name: string): boolean => reserved.has(flat(name))

/** Whether a module of this name would hide one of these words, or what `app.ts` is given. */
export const isTakenInApp = (name: string): boolean =>
  isReservedWord(name) || COMPOSED.has(flat(name))

/** Whether every object has a member of this name already. */
export const isObjectMember = (name: string): boolean => members.has(flat(name))

/** Whether a table or a path of this name is the app's own. */
export const isKeptByApp = (plural: string): boolean => KEPT.has(flat(plural))
