import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { scratchFolder } from '../files/scratch-folder.ts'
import { runProgram } from '../made-app/run-program.ts'
import { oldNode } from './old-node.ts'

const template = join(import.meta.dirname, '../../templates/app/files/elif')
const says = (word: string) =>
  `console.log('${word}', process.cwd(), ...process.argv.slice(2)); process.exitCode = 3\n`

/** An app of nothing but the launcher and what it looks for. */
function tinyApp({ noted = false, installed = false, node = process.execPath } = {}) {
  const root = scratchFolder('elif launcher-')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  copyFileSync(template, join(root, 'elif'))
  chmodSync(join(root, 'elif'), 0o755)
  write('package.json', '{ "type": "module" }')
  write('src/app.ts', '')
  write('made-by.js', says('noted'))
  const note = { entry: join(root, 'made-by.js'), node }
  if (noted) write('.elif/local/launcher.json', JSON.stringify(note))
  if (installed) write('node_modules/elif/bin/run.js', says('installed'))
  return root
}

test('the elif that made the app is called with all words, and its exit code is ours', async () => {
  const root = tinyApp({ noted: true })
  const ran = await runProgram(process.execPath, ['elif', 'new', 'a b', '--json'], { cwd: root })
  expect(ran).toMatchObject({ exitCode: 3, output: `noted ${root} new a b --json` })
})

test.skipIf(process.platform === 'win32')('the file is a program of its own', async () => {
  const root = tinyApp({ noted: true })
  const { output } = await runProgram('./elif', ['dev'], { cwd: root })
  expect(output).toBe(`noted ${root} dev`)
})

test('an installed elif comes first', async () => {
  const root = tinyApp({ noted: true, installed: true })
  const { output } = await runProgram(process.execPath, ['elif', 'dev'], { cwd: root })
  expect(output).toBe(`installed ${root} dev`)
})

test('below the app it works where the user stands, outside of it in the app', async () => {
  const root = tinyApp({ noted: true })
  const below = join(root, 'src')
  const inside = await runProgram(process.execPath, ['../elif', 'dev'], { cwd: below })
  expect(inside.output).toBe(`noted ${below} dev`)
  const outside = await runProgram(process.execPath, [join(root, 'elif'), 'dev'], { cwd: tmpdir() })
  expect(outside.output).toBe(`noted ${root} dev`)
})

test('without any elif it says where one is looked for, and two ways on', async () => {
  const { exitCode, output } = await runProgram(process.execPath, ['elif'], { cwd: tinyApp() })
  expect(output).toBe(
    [
      'elif is neither in node_modules/elif nor where .elif/local/launcher.json says.',
      '  With elif on this machine, run it here once by its other name: elifts dev',
      '  From then on ./elif finds it. What runs without it, README.md says.',
    ].join('\n'),
  )
  expect(exitCode).toBe(1)
})

test.skipIf(oldNode === undefined)('an old Node hands over to the noted one', async () => {
  const root = tinyApp({ noted: true })
  const ran = await runProgram(oldNode ?? '', ['elif', 'dev', 'a b'], { cwd: root })
  expect(ran).toMatchObject({ exitCode: 3, output: `noted ${root} dev a b` })
})

test.skipIf(oldNode === undefined)('an old Node alone is told what is needed', async () => {
  const root = tinyApp({ noted: true, node: '/nowhere/node' })
  const { exitCode, output } = await runProgram(oldNode ?? '', ['elif', 'dev'], { cwd: root })
  expect(output).toMatch(/^elif needs Node 24\.15 or newer, this is \d+\.\d+\.\d+\.$/)
  expect(exitCode).toBe(1)
})
