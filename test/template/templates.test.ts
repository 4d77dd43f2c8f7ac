import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as prettier from 'prettier'
import { describe, expect, test } from 'vitest'

import { diskFiles } from '../../src/files/files.ts'
import { packageRoot } from '../../src/files/package-root.ts'
import { formatText, ownSettings } from '../../src/template/format-text.ts'
import { renderFolder } from '../../src/template/render-folder.ts'
import { namesOf } from '../../src/text/names.ts'
import { mergedTsconfig } from './merged-tsconfig.ts'

const templates = join(packageRoot(), 'templates')
const paths = diskFiles(templates).list()
const shipped = paths.flatMap((path) => {
  const [, feature = '', file = ''] = /^([^/]+)\/files\/(.+)$/.exec(path) ?? []
  return file === '' ? [] : [{ feature, file, path }]
})
const features = [...new Set(shipped.map(({ feature }) => feature))]

/** Templates that recipes call steady. */
const steady = ['controller', 'migration', 'module']

describe('the templates', () => {
  test.each(steady)('%s breaks no line because of a name', async (feature) => {
    const shortest = namesOf('ab')
    const rendered = await renderFolder({
      folder: join(templates, feature, 'files'),
      names: { 'tin whistle': shortest, 'old pier': shortest },
    })
    for (const [path, text] of Object.entries(rendered)) {
      expect(text).toBe(await formatText(path, `${text}\n`))
    }
  })

  test('are type-checked as one app, every folder named', () => {
    const text = readFileSync(join(templates, 'tsconfig.json'), 'utf8')
    expect(JSON.parse(text)).toEqual(mergedTsconfig(features))
  })

  test('never ship the same path twice', () => {
    const owners = Map.groupBy(shipped, ({ file }) => file.replace(/\.ejs$/, ''))
    expect([...owners.values()].filter((each) => each.length > 1)).toEqual([])
  })

  test('are TypeScript where they make TypeScript', () => {
    expect(paths.filter((path) => /\.[cm]?[jt]sx?\.ejs$/.test(path))).toEqual([])
  })

  test('lie as the formatter lays them, with the settings of a new app', async () => {
    const settings = readFileSync(join(templates, 'app/files/.prettierrc.json'), 'utf8')
    expect(JSON.parse(settings)).toEqual(ownSettings)
    const loose: string[] = []
    for (const { path } of shipped) {
      const { inferredParser } = await prettier.getFileInfo(path)
      const text = readFileSync(join(templates, path), 'utf8')
      const options = { ...ownSettings, filepath: path }
      if (inferredParser && !(await prettier.check(text, options))) loose.push(path)
    }
    expect(loose).toEqual([])
  }, 120_000)
})
