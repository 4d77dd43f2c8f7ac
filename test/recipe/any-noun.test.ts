import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

import { ElifError } from '../../src/errors/elif-error.ts'
import { diskFiles, type Files } from '../../src/files/files.ts'
import { packageRoot } from '../../src/files/package-root.ts'
import { stageRecipe } from '../../src/recipe/recipes.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { appInMemory, at } from '../golden/app-in-memory.ts'

const fields = ['name:string:unique', 'soldAt:timestamp?', 'settings:json', 'status:enum(a,b)']

/** Every word that a template declares or imports: a noun of that name must not meet it. */
function wordsOfTemplates(): Set<string> {
  const files = diskFiles(`${packageRoot()}/templates`)
  const paths = files.list().filter((path) => /^(resource|module)\/files\/.*\.ts$/.test(path))
  const texts = [...paths, 'app/files/src/app.ts'].map((path) => files.read(path) ?? '')
  const words = texts.flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? [])
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => !/kite|pier/.test(word)))
}

/** The faults in what is made of a noun; undefined when it is refused. */
async function faultsOf(name: string, files: Files): Promise<string[] | undefined> {
  const app = openWorkspace({ files })
  try {
    await stageRecipe(app, 'resource', { name, fields, at })
  } catch (error) {
    if (error instanceof ElifError && error.code === 'name-reserved') return undefined
    throw error
  }
  const { changes, notices } = await app.changeSet()
  const faults = changes.flatMap((change) =>
    'path' in change && 'after' in change ? faultsIn(change.path, change.after) : [],
  )
  return [...faults, ...notices.map(({ path, because }) => `${path}: ${because}`)]
}

function faultsIn(path: string, text: string): string[] {
  const { errors } = parseSync(path, text, { showSemanticErrors: true })
  const imported = [...text.matchAll(/^import (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    list.split(',').map((name) => name.replace('type ', '').split(' as ').at(-1)?.trim()),
  )
  const declared = [...text.matchAll(/^(?:export )?(?:const|function|type) (\w+)/gm)].map(
    ([, name]) => name,
  )
  const twice = imported.filter(
    (name, index) => name && [...imported.slice(0, index), ...declared].includes(name),
  )
  return [...errors.map(({ message }) => message), ...twice].map((fault) => `${path}: ${fault}`)
}

test('no noun meets a word that generated code has already', async () => {
  const files = (await appInMemory()).files()
  const refused: string[] = []
  const faults: string[] = []
  for (const word of wordsOfTemplates()) {
    const found = await faultsOf(word, files)
    if (found) faults.push(...found)
    else refused.push(word)
  }
  expect(faults).toEqual([])
  expect(refused).toContain('cursor')
})
