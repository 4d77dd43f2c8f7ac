import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'

import { ElifError } from '../../src/errors/elif-error.ts'
import { diskFiles, type Files } from '../../src/files/files.ts'
import { packageRoot } from '../../src/files/package-root.ts'
import { stageRecipe } from '../../src/recipe/recipes.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { appInMemory, at } from '../golden/app-in-memory.ts'
import { isFull } from '../tiers/full.ts'

const fields = ['name:string:unique', 'soldAt:timestamp?', 'settings:json', 'status:enum(a,b)']

/** What the templates name: a noun of that name must not meet it. All of their words in full runs. */
function wordsOfTemplates(): Set<string> {
  const files = diskFiles(`${packageRoot()}/templates`)
  const paths = files.list().filter((path) => /^(resource|module)\/files\/.*\.ts$/.test(path))
  const words = [...paths, 'app/files/src/app.ts'].flatMap((path) => {
    const text = files.read(path) ?? ''
    return isFull ? wordsIn(text) : identifiersIn(path, text)
  })
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => !/kite|pier/.test(word)))
}

const wordsIn = (text: string): string[] => text.match(/[A-Za-z]{2,}/g) ?? []

function identifiersIn(path: string, text: string): string[] {
  const names: string[] = []
  const { program } = parseSync(path, text)
  new Visitor({ Identifier: ({ name }) => void names.push(...wordsIn(name)) }).visit(program)
  return names
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
