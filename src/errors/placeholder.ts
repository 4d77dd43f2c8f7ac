/**
 * Stands for a value that nobody knows yet, whatever a sentence does with it: as a text it says its
 * name, as a list it holds one of itself, and what it has is asked for by name.
 */
function placeholder(name: string): object {
  const text = `<${name}>`
  // A new one each time: one that held itself would have no end.
  const list = () => [placeholder(name)]
  const get = (_: object, key: string | symbol): unknown => {
    if (key === 'length') return 1
    if (key === Symbol.toPrimitive || key === 'join' || key === 'toJSON') return () => text
    if (key === Symbol.iterator) return () => list().values()
    if (typeof key === 'symbol') return undefined
    return (
      methodOf(String.prototype, key, text) ?? methodOf(Array.prototype, key, list()) ?? has(key)
    )
  }
  const has = (key: string) => (/^\d+$/.test(key) ? placeholder(name) : placeholder(key))
  return new Proxy({}, { get })
}

/** Texts and lists both have these, and sentences ask lists for them. */
const ofLists = new Set(['at', 'slice'])

function methodOf(prototype: object, key: string, value: unknown): unknown {
  if (prototype === String.prototype && ofLists.has(key)) return undefined
  const method: unknown = Reflect.get(prototype, key)
  return typeof method === 'function' ? method.bind(value) : undefined
}

/** The values of a sentence that is only looked at. */
export const placeholders = (): object =>
  new Proxy({}, { get: (_, key) => placeholder(String(key)) })
