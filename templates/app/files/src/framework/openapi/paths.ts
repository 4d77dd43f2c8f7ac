/** A path as OpenAPI writes it, and what its parameters are called there and in the app. */
export type Path = { path: string; parameters: Parameter[] }
export type Parameter = { name: string; key: string; pattern?: string }

/** `/kites/:id`, `/kites/:id?`, `/kites/:id(\\d+)`, `/files/*`; two colons stand for one. */
const parts = /::|(\/?):(\w+)(?:\(([^)]*)\))?(\?)?|\*/g

/** The paths of a route: two where its last parameter may be left out. */
export function pathsOf(url: string): Path[] {
  const optional = /\/:\w+(?:\([^)]*\))?\?$/.exec(url)
  const whole = pathOf(url)
  return optional ? [pathOf(url.slice(0, optional.index) || '/'), whole] : [whole]
}

function pathOf(url: string): Path {
  const parameters: Parameter[] = []
  const path = url.replace(parts, (part: string, slash = '', key = '*', pattern?: string) => {
    if (part === '::') return ':'
    const name = key === '*' ? 'path' : key
    parameters.push({ name, key, ...(pattern !== undefined && { pattern: `^(?:${pattern})$` }) })
    return `${slash}{${name}}`
  })
  return { path, parameters }
}
