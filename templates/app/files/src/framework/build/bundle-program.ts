import { resolve } from 'node:path'

import { type Plugin, rolldown, type RolldownLog } from 'rolldown'

import { StartError } from '../lifecycle/start-error.ts'
import { standIns } from './stand-ins.ts'

type BundleOptions = { directory: string; external: string[] }

/** Makes one file of a program, the packages among it, and one that leads from there to the sources. */
export async function bundleProgram(name: string, { directory, external }: BundleOptions) {
  const bundle = await rolldown({
    input: { [`${name}.bundle`]: 'program' },
    platform: 'node',
    external,
    plugins: [program(name), standIns(), withoutMapsOfPackages()],
    onLog: refuseFaults,
  })
  try {
    await bundle.write({
      dir: directory,
      format: 'esm',
      codeSplitting: false,
      entryFileNames: '[name].js',
      sourcemap: true,
      sourcemapExcludeSources: true,
      // Names stay: hooks and policies are told by theirs.
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      comments: { legal: true },
    })
  } finally {
    await bundle.close()
  }
}

/** What a package asks for and does without is not there in the bundle either; the app has to be whole. */
function refuseFaults(_: string, log: RolldownLog) {
  if (log.code !== 'UNRESOLVED_IMPORT' || log.id?.includes('node_modules')) return
  throw new StartError(log.message)
}

/** The program behind what `bin/prepare.js` does for the sources. */
function program(name: string): Plugin {
  const modules = new Map([
    ['program', `import 'prepare'\nimport ${path(`bin/${name}.ts`)}`],
    [
      'prepare',
      `import { env } from 'node:process'
       import { fillEnvironment } from ${path('src/framework/config/sources.ts')}
       fillEnvironment(env)`,
    ],
  ])
  return {
    name: 'program',
    resolveId: (id) => (modules.has(id) ? `\0${id}` : undefined),
    load(id) {
      const code = modules.get(id.slice(1))
      return code === undefined ? undefined : { code, moduleType: 'js' }
    },
  }
}

const path = (file: string) => JSON.stringify(resolve(file))

/** A stack needs the places of the app; those of packages would be most of the file, and of what reads it. */
const withoutMapsOfPackages = (): Plugin => ({
  name: 'without-maps-of-packages',
  transform: {
    filter: { id: /node_modules/ },
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
})
