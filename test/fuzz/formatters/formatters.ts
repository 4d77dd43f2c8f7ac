import type { Formatter } from './formatter.ts'

const prettier = (name: string, settings: object): Formatter => ({
  name: `prettier, ${name}`,
  settings: { '.prettierrc.json': JSON.stringify(settings) },
  program: 'prettier/bin/prettier.cjs',
  words: ['--write', '--log-level', 'error', 'src'],
  // 2: one of the texts is none that it can read.
  done: [0, 2],
})

const biome = (name: string, words: string[]): Formatter => ({
  name: `biome ${name}`,
  settings: { 'biome.json': JSON.stringify({ root: true, vcs: { enabled: false } }) },
  program: '@biomejs/biome/bin/biome',
  words: [...words, 'src'],
  done: [0, 1],
})

/** The plugins by their packages, and what else the settings consist of. */
const eslint = (name: string, plugins: Record<string, string>, settings: string): Formatter => ({
  name: `eslint --fix, ${name}`,
  settings: {
    'eslint.config.js': `import typescript from 'typescript-eslint'
${Object.entries(plugins)
  .map(([plugin, from]) => `import ${plugin} from '${from}'`)
  .join('\n')}
const parser = { languageOptions: { parser: typescript.parser, parserOptions: { ecmaFeatures: { jsx: true } } } }
export default [{ files: ['**/*.ts', '**/*.tsx'], ...parser }, ${settings}]
`,
  },
  program: 'eslint/bin/eslint.js',
  words: ['--fix', '--quiet', '--no-inline-config', 'src'],
  done: [0, 1],
})

/** Settings that many apps have, and some that push a formatter to its borders. */
export const formatters: Formatter[] = [
  prettier('as it comes', {}),
  prettier('narrow', { printWidth: 30, singleQuote: true, semi: false }),
  prettier('without commas', {
    trailingComma: 'none',
    objectWrap: 'collapse',
    experimentalTernaries: true,
    quoteProps: 'consistent',
  }),
  prettier('wide with tabs', { printWidth: 140, useTabs: true, arrowParens: 'avoid' }),
  prettier('organize-imports', { plugins: ['prettier-plugin-organize-imports'] }),
  prettier('sort-imports', { plugins: ['@ianvs/prettier-plugin-sort-imports'] }),
  biome('format', ['format', '--write']),
  biome('check', ['check', '--write']),
  eslint(
    'recommended and stylistic of typescript-eslint',
    { js: '@eslint/js' },
    'js.configs.recommended, ...typescript.configs.recommended, ...typescript.configs.stylistic',
  ),
  eslint(
    'stylistic',
    { stylistic: '@stylistic/eslint-plugin' },
    'stylistic.configs.customize({ semi: true, quotes: "double", commaDangle: "never" })',
  ),
  eslint(
    'simple-import-sort',
    { sort: 'eslint-plugin-simple-import-sort' },
    '{ plugins: { sort }, rules: { "sort/imports": "error", "sort/exports": "error" } }',
  ),
  eslint(
    'import',
    { imports: 'eslint-plugin-import-x' },
    `{ plugins: { imports }, rules: { "imports/order": ["error", { alphabetize: { order: "asc" } }],
      "imports/first": "error", "imports/newline-after-import": "error", "imports/no-duplicates": "error",
      "imports/consistent-type-specifier-style": ["error", "prefer-top-level"] } }`,
  ),
  {
    ...eslint('unicorn', { unicorn: 'eslint-plugin-unicorn' }, 'unicorn.configs.recommended'),
    rewrites: true,
  },
  {
    ...eslint(
      'perfectionist',
      { perfectionist: 'eslint-plugin-perfectionist' },
      'perfectionist.configs["recommended-natural"]',
    ),
    rewrites: true,
  },
]
