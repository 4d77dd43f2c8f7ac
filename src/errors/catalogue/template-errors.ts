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
  'format-settings-invalid': entry<{ faults: string[] }>({
    says: ({ faults }) => `The settings of the formatter cannot be read: ${faults.join('; ')}.`,
    hint: () => 'Correct them; prettier --check shows whether the formatter takes them.',
  }),
  'file-in-the-way': entry<{ path: string }>({
    says: ({ path }) => `${path} is there already, and elif replaces no file of yours.`,
    hint: () =>
      'Nothing was changed. --skip-existing makes the rest, --force replaces yours; or choose another name.',
  }),
  'made-differently': entry<{ what: string; before: string; now: string }>({
    says: ({ what, before }) => `${what} was carried out with other answers: ${before}.`,
    hint: ({ now }) =>
      `Asked for now: ${now}. Change its files and add a migration by hand; elif never overwrites them.`,
  }),
  'table-taken': entry<{ table: string }>({
    says: ({ table }) => `The table ${table} is in database/schema.ts already.`,
    hint: () => 'Choose another name for the resource, or remove the table with a migration first.',
  }),
  'route-path-invalid': entry<{ path: string }>({
    says: ({ path }) => `A route cannot have the path ${JSON.stringify(path)}.`,
    hint: () => 'It begins with a slash and has names and parameters between slashes: /reports/:id',
  }),
  'route-name-invalid': entry<{ name: string }>({
    says: ({ name }) => `A route cannot have the name ${JSON.stringify(name)}.`,
    hint: () => 'It is made of letters, digits, dots and dashes: report, or reports.find',
  }),
  'route-taken': entry<{ prefix: string; path: string }>({
    says: ({ prefix, path }) => `${path} already mounts something at ${prefix}.`,
    hint: () => 'Choose another name; two controllers cannot answer at the same path.',
  }),
  'resource-without-fields': entry<{ name: string }>({
    says: ({ name }) => `${name} has no fields.`,
    hint: () => "Name at least one, for example 'name:string'.",
  }),
  'recipe-unknown': entry<{ name: string; known: string[] }>({
    says: ({ name }) => `There is no recipe called ${JSON.stringify(name)}.`,
    hint: ({ known }) => `The recipes are ${known.join(', ')}.`,
  }),
}
