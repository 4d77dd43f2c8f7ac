import type { ExplainedConfig, ExplainedSetting } from '../actions/explain-config.ts'
import { paint } from './paint.ts'

type Place = { from: string; line?: number | undefined }

/** A row for each setting: what it is, which place says so, and what others say. */
export function configText({ settings, faults }: ExplainedConfig): string {
  const names = Math.max(0, ...settings.map(({ name }) => name.length))
  const values = Math.max(0, ...settings.map((each) => valueText(each).length))
  const lines = settings.flatMap((setting) => [
    `${setting.name.padEnd(names)}  ${valueText(setting).padEnd(values)}  ${placeText(setting)}`,
    ...setting.overrides.map((each) =>
      paint('dim', `${' '.repeat(names)}  over ${overriddenText(setting, each)}`),
    ),
    ...setting.faults.map((fault) => paint('red', `${' '.repeat(names)}  ${fault}`)),
  ])
  return [...lines, ...faults.map((fault) => paint('red', fault))].join('\n')
}

function valueText({ isSecret, value, from }: ExplainedSetting): string {
  if (value !== undefined) return typeof value === 'string' ? value : JSON.stringify(value)
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
