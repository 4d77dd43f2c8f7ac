import type { MadeApp } from './made-app.ts'

/**
 * Gives an app so many modules with a controller each, under names that differ in letters: the first one
 * by commands, all others as copies of it. Answers their names, which are their paths too.
 */
export async function makeModules(app: MadeApp, count: number): Promise<string[]> {
  await app.mustElif('make:module', 'first')
  await app.mustElif('make:controller', 'First', '--module', 'first')
  const names = ['first', ...Array.from({ length: count - 1 }, (_, index) => nameOf(index))]
  const files = ['first-module.ts', 'first-controller.ts', 'first-controller.test.ts']
  for (const name of names.slice(1)) {
    for (const file of files) {
      const text = app.read(`src/modules/first/${file}`)
      app.write(`src/modules/${name}/${renamed(file, name)}`, renamed(text, name))
    }
  }
  const lines = app.read('src/app.ts').split('\n')
  const mounted = lines.flatMap((line) =>
    /first/i.test(line) ? names.map((name) => renamed(line, name)) : line,
  )
  app.write('src/app.ts', mounted.join('\n'))
  return names
}

const renamed = (text: string, name: string) =>
  text.replaceAll('first', name).replaceAll('First', name[0]?.toUpperCase() + name.slice(1))

const letter = (index: number) => String.fromCodePoint(97 + index)

const nameOf = (index: number) => `mod${letter(Math.floor(index / 26))}${letter(index % 26)}`
