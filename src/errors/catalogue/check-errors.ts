import { entry } from '../entry.ts'

export const checkErrors = {
  'node-too-old': entry<{ version: string; wanted: string }>({
    says: ({ version, wanted }) => `The app wants Node ${wanted} and this is ${version}.`,
    hint: ({ wanted }) => `Install Node ${wanted.replace('>=', '')} or newer: https://nodejs.org`,
  }),
  'dependency-outdated': entry<{ name: string; installed: string; wanted: string }>({
    says: ({ name, installed, wanted }) =>
      `${name} is installed as ${installed}, package.json wants ${wanted}.`,
    hint: () => 'Run: npm install',
  }),
  'environment-invalid': entry<{ name: string; because: string }>({
    says: ({ name, because }) => `${name} ${because}.`,
    hint: ({ name }) => `src/config.ts says what it may be: ./elif config:explain ${name}`,
  }),
  'environment-read-elsewhere': entry<{ path: string }>({
    says: ({ path }) => `${path} reads process.env.`,
    hint: () => 'Read it in src/config.ts, where it is checked, and pass the value on.',
  }),
  'setting-secret-unmarked': entry<{ name: string }>({
    says: ({ name }) => `${name} is a secret by its name, and src/config.ts does not mark it.`,
    hint: ({ name }) =>
      `Write ${name}: secret(…) around its schema: errors, the log and config:explain then hide it.`,
  }),
  'config-broken': entry<{ because: string }>({
    says: ({ because }) => `src/config.ts cannot be asked what the environment lacks: ${because}`,
    hint: () => 'It exports explainConfig; ./elif upgrade brings it where it lacks.',
  }),
  'migration-pending': entry<{ name: string }>({
    says: ({ name }) => `The migration ${name} is not applied.`,
    hint: () => 'Apply it: ./elif migrate',
  }),
  'migration-changed': entry<{ name: string }>({
    says: ({ name }) => `The migration ${name} was changed after it was applied.`,
    hint: () => 'Put the file back as it was, and make the change in a new migration.',
  }),
  'migration-missing': entry<{ name: string }>({
    says: ({ name }) => `The migration ${name} was applied, and its file is gone.`,
    hint: () => 'Take the file back from git; without it no other database can be built.',
  }),
  'module-not-imported': entry<{ path: string }>({
    says: ({ path }) => `src/app.ts does not use the module in ${path}.`,
    hint: () =>
      'Build it in the region elif:modules and register its routes in elif:routes; for a module as elif makes them: ./elif doctor --fix',
  }),
  'module-not-registered': entry<{ path: string }>({
    says: ({ path }) => `src/app.ts does not register the routes of ${path}.`,
    hint: () =>
      'Add http.register(<the module>.routes) in the region elif:routes; for a module as elif makes them: ./elif doctor --fix',
  }),
  'problem-undefined': entry<{ name: string; path: string }>({
    says: ({ name, path }) => `${path} defines no problem ${name}.`,
    hint: () => 'Define it there, with its status, words and hint.',
  }),
  'problem-unused': entry<{ name: string; path: string }>({
    says: ({ name, path }) => `${path} defines ${name}, and nothing throws it.`,
    hint: () => 'Throw it where it happens, or take it out.',
  }),
  'problem-beside': entry<{ path: string }>({
    says: ({ path }) => `${path} makes a problem whose code no catalogue knows.`,
    hint: () => 'Define it in src/errors.ts, and throw problems.<its name>().',
  }),
  'module-reached-inside': entry<{ path: string; from: string }>({
    says: ({ path, from }) => `${path} imports the inside of another module: ${from}.`,
    hint: () => 'Take what its -module.ts returns, or its noun.',
  }),
  'modules-in-circle': entry<{ chain: string[]; places: string[] }>({
    says: ({ chain, places }) =>
      `Modules need each other in a circle: ${chain.join(' → ')} (${places.join(', ')}).`,
    hint: () =>
      'Move what both need into a module of its own, or let src/app.ts pass it from one to the other.',
  }),
  'query-elsewhere': entry<{ path: string }>({
    says: ({ path }) => `${path} asks the database itself.`,
    hint: () => 'Queries stand in a -repository.ts or a -model.ts; call it from here.',
  }),
  'part-unused': entry<{ name: string }>({
    says: ({ name }) => `src/platform.ts builds ${name}, and nothing takes it.`,
    hint: ({ name }) =>
      `A module takes it by Pick<Platform, '${name}'>; what nobody needs can be taken out.`,
  }),
  'framework-imports-module': entry<{ path: string; from: string }>({
    says: ({ path, from }) => `The framework imports a module: ${from} in ${path}.`,
    hint: () => 'Turn it around: the module, or src/app.ts, passes what the framework needs.',
  }),
  'source-broken': entry<{ path: string; message: string }>({
    says: ({ path, message }) => `${path} does not parse: ${message.replace(/\.$/, '')}.`,
    hint: () => 'Mend it; until then elif changes nothing in this file.',
  }),
  'parser-slow': entry<{ because: string }>({
    says: ({ because }) =>
      `Sources are read by the slower of two parsers, because oxc-parser does not load: ${because}.`,
    hint: () =>
      'Install elif anew on this system, optional dependencies included: npm leaves them out by --omit=optional and may with a lock file from another system. Both parsers answer the same.',
  }),
  'region-old-style': entry<{ name: string; more: number }>({
    says: ({ name, more }) =>
      `The region ${name}${more === 0 ? '' : ` and ${more} more`} in this file ${more === 0 ? 'is' : 'are'} marked as an earlier elif did.`,
    hint: () => 'elif reads it all the same. Write it as it is today: ./elif doctor --fix',
  }),
  'region-unknown': entry<{ wanted: string; near: string | undefined }>({
    says: ({ wanted }) => `No file of the app has a region "${wanted}".`,
    hint: ({ near }) => (near ? `Did you mean ${near} ?` : 'All regions: ./elif markers:list'),
  }),
  'change-outside': entry<{ path: string; how: string; only: string[] }>({
    says: ({ path, how, only }) => `${path} was ${how} outside of ${only.join(' and ')}.`,
    hint: () => 'Take this part of the change back, or allow its region as well with --only.',
  }),
  'revision-unknown': entry<{ revision: string }>({
    says: ({ revision }) => `git knows no commit "${revision}" here.`,
    hint: () => 'Give a branch, a tag or a commit of the repository that the app lies in.',
  }),
  'write-open': entry<{ what: string }>({
    says: ({ what }) => `Anybody may ${what}, and nobody has decided that.`,
    hint: () =>
      "Give each action in the policy a function of the request, or 'public'; production refuses to start with 'open'.",
  }),
}
