import type { ExplainedConfig, ExplainedSetting } from '../actions/explain-config.ts'
import { broken, pageWidth } from './columns.ts'
import { paint } from './paint.ts'

type Place = { from: string; line?: number | undefined }

/** A row for each setting: what it is, which place says so, what others say, and what it is for. */
export function configText({ settings, faults }: ExplainedConfig): string {
  const names = Math.max(0, ...settings.map(({ name }) => name.length))
  const values = Math.max(0, ...settings.map((each) => valueText(each).length))
  const lines = settings.flatMap((setting) => [
    `${setting.name.padEnd(names)}  ${valueText(setting).padEnd(values)}  ${placeText(setting)}`.trimEnd(),
    ...setting.overrides.map((each) =>
      paint('dim', `${' '.repeat(names)}  over ${overriddenText(setting, each)}`),
    ),
    ...setting.faults.map((fault) => paint('red', `${' '.repeat(names)}  ${fault}`)),
    ...(setting.supplied === undefined ? [] : [`${' '.repeat(names)}  ${setting.supplied}`]),
    ...aboutLines(setting, pageWidth() - names - 2).map((line) =>
      paint('dim', `${' '.repeat(names)}  ${line}`),
    ),
  ])
  return [...lines, ...faults.map((fault) => paint('red', fault))].join('\n')
}

/** `The port to listen at. Integer from 0 to 65535, else 3000.` */
function aboutLines({ description, type, default: usual }: ExplainedSetting, width: number) {
  const what = [
    ...(type === undefined ? [] : [type.charAt(0).toUpperCase() + type.slice(1)]),
    ...(usual === undefined || usual === '' ? [] : [`else ${shown(usual)}`]),
  ].join(', ')
  const about = [description, what && `${what}.`].filter(Boolean).join(' ')
  return about === '' ? [] : broken(about, width)
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

function valueText({ isSecret, value, from }: ExplainedSetting): string {
  if (value !== undefined) return shown(value)
  if (from === 'nowhere') return 'not set'
  return isSecret ? '[secret]' : 'not valid'
}

const overriddenText = (
  { isSecret }: ExplainedSetting,
  over: Place & { value?: string | undefined },
) => `${isSecret ? '[secret]' : over.value} from ${placeText(over)}`

function placeText({ from, line }: Place): string {
  if (from === 'nowhere') return ''
  return line === undefined ? from : `${from}:${line}`
}
