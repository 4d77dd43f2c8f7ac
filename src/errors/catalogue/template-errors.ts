import { entry } from '../entry.ts'

export const templateErrors = {
  'template-missing': entry<{ folder: string }>({
    says: ({ folder }) => `There is no template folder ${folder}.`,
    hint: () => 'The installed package of elif is incomplete; install it again.',
  }),
  'template-hole-unfilled': entry<{ hole: string; known: string[] }>({
    says: ({ hole }) => `The template has a hole ${hole}, and nothing is given for it.`,
    hint: ({ known }) => `Given are ${known.join(', ') || 'none'}; rename the hole or fill it.`,
  }),
  'template-hole-unknown': entry<{ hole: string; folder: string }>({
    says: ({ hole, folder }) => `No file of ${folder} has a hole ${hole}.`,
    hint: () => 'Lines for a hole that is not there would be lost; give them another name.',
  }),
  'template-region-open': entry<{ region: string }>({
    says: ({ region }) => `The region ${region} of a template does not end.`,
    hint: ({ region }) => `Add a line "// #endregion ${region}" after it.`,
  }),
  'recipe-unknown': entry<{ name: string; known: string[] }>({
    says: ({ name }) => `There is no recipe called ${JSON.stringify(name)}.`,
    hint: ({ known }) => `The recipes are ${known.join(', ')}.`,
  }),
}
