import { entry } from '../entry.ts'

export const versionErrors = {
  'versions-missing': entry<{ path: string }>({
    says: ({ path }) => `The API of this app has no versions: there is no ${path}.`,
    hint: () => 'Begin with: ./elif add versions',
  }),
  'version-unknown': entry<{ name: string; known: string[]; path: string }>({
    says: ({ name, path }) => `${path} knows no version ${JSON.stringify(name)}.`,
    hint: ({ known }) => `It knows ${known.join(', ')}. Another one: ./elif version:create NAME`,
  }),
  'version-name-invalid': entry<{ name: string }>({
    says: ({ name }) => `${JSON.stringify(name)} cannot be asked for as a version.`,
    hint: () => 'Letters, digits, dots, hyphens and underscores, such as 2 or 2026-01-31.',
  }),
  'version-day-invalid': entry<{ day: string }>({
    says: ({ day }) => `${JSON.stringify(day)} is no day of the calendar.`,
    hint: () => 'Write it as 2026-12-31.',
  }),
  'version-days-reversed': entry<{ deprecated: string; sunset: string }>({
    says: ({ deprecated, sunset }) =>
      `A version that is deprecated on ${deprecated} cannot have ended on ${sunset}.`,
    hint: () => 'Give callers some time between both: --sunset is the day from which it is gone.',
  }),
  'version-is-current': entry<{ name: string }>({
    says: ({ name }) => `Version ${name} is the current one, which callers are sent to.`,
    hint: () => 'Make another one current first: ./elif version:create NAME --current',
  }),
  'version-not-mounted': entry<{ name: string; path: string }>({
    says: ({ name, path }) => `No route of version ${name} is mounted in ${path}.`,
    hint: ({ name }) =>
      `In that file: http.register(platform.versions.mount('${name}', async (scope) => scope.register(MODULE.routes)))`,
  }),
  'version-mounted': entry<{ name: string; path: string; line: number }>({
    says: ({ name, path, line }) => `Version ${name} has routes of its own in ${path}:${line}.`,
    hint: () => 'What it lacks is added there by hand: a route that is there twice does not start.',
  }),
}
