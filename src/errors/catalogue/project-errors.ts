import { dirname } from 'node:path'

import { entry } from '../entry.ts'

export const projectErrors = {
  'app-missing': entry<{ folder: string }>({
    says: ({ folder }) =>
      `There is no app here: neither ${folder} nor a folder above has elif.json.`,
    hint: () => 'Go into the folder of an app, or make one: ./elif new shop',
  }),
  'manifest-unreadable': entry<{ because: string }>({
    says: ({ because }) => `elif.json is not JSON: ${because}.`,
    hint: () => 'Correct the file, or take it back from git: git checkout elif.json',
  }),
  'manifest-invalid': entry<{
    faults: string[]
    newer?: { of: string; running: string }
  }>({
    says: ({ faults }) => `elif.json does not say what it should: ${faults.join('; ')}.`,
    hint: ({ newer }) =>
      newer
        ? `It is of elif ${newer.of}, and this is elif ${newer.running}: update elif.`
        : 'It holds name, elif (a version), preset ("api" or "minimal") and features (a list). One that an older elif wrote becomes so by ./elif upgrade',
  }),
  'preset-unknown': entry<{
    name: string
    known: string
    meant: string | undefined
  }>({
    says: ({ name, meant }) =>
      `There is no preset called ${JSON.stringify(name)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    hint: ({ known }) => `The presets are ${known}.`,
  }),
  'app-name-invalid': entry<{ name: string; because: string; suggestion: string }>({
    says: ({ name, because }) => `"${name}" cannot be the name of an npm package: ${because}.`,
    hint: ({ suggestion }) => `Take another one: ./elif new ${suggestion}`,
  }),
  'app-inside-app': entry<{ root: string; around: string }>({
    says: ({ root, around }) => `${root} lies inside the app ${around}.`,
    hint: ({ around }) => `Make the new app beside it, in ${dirname(`${around}`)}.`,
  }),
  'app-exists': entry<{ root: string }>({
    says: ({ root }) => `${root} is an app that elif has made.`,
    hint: () => 'Go on in its folder, or take another name.',
  }),
  'app-folder-is-file': entry<{ root: string }>({
    says: ({ root }) => `${root} is a file, so no app can lie there.`,
    hint: () => 'Take another name, or move the file away.',
  }),
  'app-folder-taken': entry<{ root: string; found: string[] }>({
    says: ({ root, found }) => {
      const more = found.length > 5 ? ` and ${found.length - 5} more` : ''
      return `The folder ${root} is not empty: it has ${found.slice(0, 5).join(', ')}${more}.`
    },
    hint: () => 'Take another name, or empty the folder first; elif overwrites nothing.',
  }),
}
