import { entry } from '../entry.ts'

type Use = { path: string; line: number; names: string }

export const featureErrors = {
  'feature-unknown': entry<{ name: string; known: string[]; meant: string | undefined }>({
    says: ({ name, meant }) =>
      `There is no feature called ${JSON.stringify(name)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    hint: ({ known }) => `The features are ${known.join(', ')}. What each does: ./elif add`,
  }),
  'feature-unsupported': entry<{ name: string; missing: string[] }>({
    says: ({ name, missing }) => `${name} stands on ${missing.join(', ')}, which this app lacks.`,
    hint: () => 'Nothing was changed. Bring the app to what this elif writes first: ./elif upgrade',
  }),
  'feature-not-installed': entry<{ name: string; installed: string[] }>({
    says: ({ name }) => `${name} is not installed here.`,
    hint: ({ installed }) =>
      installed.length === 0
        ? 'Nothing was added to this app so far. See what there is: ./elif add'
        : `Installed are ${installed.join(', ')}.`,
  }),
  'feature-needed': entry<{ name: string; by: string[]; need: string }>({
    says: ({ name, by, need }) =>
      `${by.join(', ')} cannot be without ${need}${need === name ? '.' : `, which came with ${name}.`}`,
    hint: ({ by }) => `Remove first what needs it: ./elif remove ${by[0] ?? ''}`,
  }),
  'feature-missing': entry<{ what: string; need: string }>({
    says: ({ what, need }) => `${what} needs the feature ${need}, which this app does not have.`,
    hint: ({ need }) => `Nothing was changed. Add it first: ./elif add ${need}`,
  }),
  'feature-unrecorded': entry<{ name: string }>({
    says: ({ name }) =>
      `elif.json names ${name}, but no run in .elif/runs tells what elif wrote for it.`,
    hint: () =>
      'Take the record back from git if it was ever there; else remove its files by hand, and its name from elif.json.',
  }),
  'feature-in-use': entry<{ name: string; uses: Use[] }>({
    says: ({ name, uses }) =>
      `What goes with ${name} is still used:\n${uses
        .map(({ path, line, names }) => `  ${path}:${line}  ${names}`)
        .join('\n')}`,
    hint: ({ name }) =>
      `Nothing was changed. Take these away, and what stands on them, then: ./elif remove ${name}`,
  }),
  'topic-unknown': entry<{ topic: string; features: string[]; meant: string | undefined }>({
    says: ({ topic, meant }) =>
      `There is nothing to explain called ${JSON.stringify(topic)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    hint: ({ features }) =>
      `Ask for a feature (${features.join(', ')}) or for the code of an error, which --json gives.`,
  }),
}
