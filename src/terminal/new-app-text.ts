import type { Preset } from '../project/presets.ts'
import { shellWord } from '../text/shell-word.ts'
import type { Step } from '../workspace/change-set.ts'
import { paint } from './paint.ts'
import { typedStep } from './plan-text.ts'

/** What to type next in the folder of a new app, quoted where a shell needs it. */
export function nextCommands(wanted: {
  /** The folder as seen from here; empty when it is here. */
  folder: string
  install: boolean
  preset: Preset
  steps: (Step & { result: string })[]
}): string[] {
  const elif = process.platform === 'win32' ? 'node elif' : './elif'
  const folder = wanted.folder.startsWith('-') ? `./${wanted.folder}` : wanted.folder
  const left = wanted.steps.filter(({ result }) => result !== 'done').map(typedStep)
  return [
    ...(folder === '' ? [] : [`cd ${shellWord(folder)}`]),
    ...(wanted.install ? left : ['npm install', ...left]),
    `${elif} ${firstOf[wanted.preset]}`,
    `${elif} dev`,
  ]
}

/** What a person would make first. */
const firstOf: Record<Preset, string> = {
  api: `make:resource Product name:string ${shellWord('price:decimal(10,2)')}`,
  minimal: 'make:controller Status',
}

/** The last words of `elif new`. */
export function newAppText(name: string, next: string[]): string {
  const lines = next.map((line) => `  ${line}`)
  return [`${paint('green', 'Made')} ${name}. Next:`, '', ...lines, ''].join('\n')
}
