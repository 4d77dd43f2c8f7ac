/**
 * What `node dist/serve.js` runs. Compiled code is taken from beside it where Node's version is the
 * same; where it is not, or the folder may not be read, Node compiles and says nothing.
 */
export const launcherText = (name: string) => `import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

process.setSourceMapsEnabled(true)
enableCompileCache({ directory: join(import.meta.dirname, 'cache'), portable: true })
await import('./${name}.bundle.js')
`
