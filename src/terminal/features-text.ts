import type { ListedFeature } from '../actions/list-features.ts'
import { columns } from './columns.ts'

/** The features of an app, those that it has first. */
export function featuresText(features: ListedFeature[]): string {
  const [there, open] = [true, false].map((state) =>
    features.filter(({ installed }) => installed === state),
  )
  return [...block('Installed:', there), ...block('To be added:', open), next(features)].join('\n')
}

const block = (title: string, features: ListedFeature[] = []) =>
  features.length === 0 ? [] : [title, ...columns(features.map(row), '  '), '']

const row = ({ name, summary, needs }: ListedFeature): [string, string] => [
  name,
  needs.length === 0 ? summary : `${summary} Needs ${needs.join(', ')}.`,
]

const next = ([first]: ListedFeature[]) =>
  `What one is for, in full: ./elif explain ${first?.name ?? 'FEATURE'}`
