import { entry } from '../entry.ts'

export const projectErrors = {
  'app-missing': entry<{ folder: string }>({
    says: ({ folder }) =>
      `There is no app here: neither ${folder} nor a folder above has elif.json.`,
    hint: () => 'Go into the folder of an app, or make one with `npx elif new NAME`.',
  }),
  'manifest-unreadable': entry<{ because: string }>({
    says: ({ because }) => `elif.json is not JSON: ${because}.`,
    hint: () => 'Correct the file, or take it back from git: git checkout elif.json',
  }),
  'manifest-invalid': entry<{ faults: string[] }>({
    says: ({ faults }) => `elif.json does not say what it should: ${faults.join('; ')}.`,
    hint: () => 'It holds name, elif (a version), preset "api", features (a list) and layout.',
  }),
}
