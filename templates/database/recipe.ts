import {
  addDevelopmentPackages,
  addImport,
  addJsonItem,
  addLine,
  addPackages,
  addScript,
  addSettings,
  addToPlatform,
  appName,
  carryProse,
  defineFeature,
  insertIntoList,
  insertIntoRegion,
  together,
  type Workspace,
} from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'database',
  summary: 'PostgreSQL: a typed pool, migrations, errors as answers, and a database for each test.',
  needs: [],

  async plan(app) {
    addPackages(app, { kysely: '0.29.9', pg: '8.23.1' })
    addDevelopmentPackages(app, { '@types/pg': '8.23.1' })
    const migrate = 'node --import ./bin/prepare.js bin/migrate.ts'
    addScript(app, 'migrate', migrate, 'start')
    leaveSchemaAlone(app)
    addSettings(app, settings)
    await addToPlatform(app, part)
    app.edit('src/framework/http/error-readers.ts', readErrors)
    app.edit('src/framework/behaviour.ts', datesInUtc)
    app.edit('src/framework/build/warm-up.ts', warmUp)
    stageTests(app)
    const name = appName(app)
    for (const path of ['README.md', 'AGENTS.md']) {
      const before = { name, database: false }
      await carryProse(app, { path, before, after: { name, database: true } })
    }
  },
})

/** What reads or formats all files of the app leaves the one out that is generated. */
function leaveSchemaAlone(app: Workspace): void {
  const schema = 'database/schema.ts'
  app.edit('tsconfig.json', addJsonItem(['include'], 'database'))
  app.edit('.oxlintrc.json', addJsonItem(['ignorePatterns'], schema))
  app.edit('.prettierignore', addLine({ line: schema, behind: 'dist.*' }))
  app.edit('.gitattributes', addLine({ line: `/${schema} linguist-generated` }))
}

const settings = {
  imports: [{ from: './framework/config/secret.ts', names: ['secret'] }],
  variables: {
    DATABASE_URL:
      "secret(z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// URL' }))",
    DATABASE_POOL_SIZE: 'z.coerce.number().int().min(1).max(500).default(10)',
  },
  comments: {
    DATABASE_URL: 'The PostgreSQL that holds the data of the app.',
    DATABASE_POOL_SIZE: 'How many connections to it one process may hold.',
  },
  behind: 'LOG_REQUESTS',
  member: `database: {
  url: read.DATABASE_URL,
  poolSize: read.DATABASE_POOL_SIZE,
  connectTimeout: 3000,
  lockTimeout: 5000,
  statementTimeout: 20_000,
}`,
  examples: [
    {
      name: 'DATABASE_URL',
      value: '',
      comment:
        'Without a DATABASE_URL, elif dev, elif migrate and the tests start a PostgreSQL of their own.',
      apart: true,
    },
  ],
}

const part = {
  imports: [
    {
      from: '#app/framework/database/database.ts',
      names: ['createDatabase'],
      neighbour: { behind: '#app/framework/clock/clock.ts' },
    },
    {
      from: '#app/framework/database/database-part.ts',
      names: ['databasePart'],
      neighbour: { behind: '#app/framework/database/database.ts' },
    },
    {
      from: '#app/framework/database/pool.ts',
      names: ['createPool'],
      neighbour: { behind: '#app/framework/database/database-part.ts' },
    },
  ],
  ahead: ['const pool = createPool(config.database, log)'],
  name: 'database',
  from: 'createDatabase(pool)',
  behind: ['parts.add(databasePart(database))'],
  needs: ['config', 'log', 'parts'],
  neighbour: { behind: 'crew' },
}

const readErrors = together(
  addImport({
    from: '../database/database-problem.ts',
    names: ['databaseProblem'],
    neighbour: { ahead: '../errors/problem.ts' },
  }),
  insertIntoList({ anchor: { kind: 'export', name: 'errorReaders' }, entry: 'databaseProblem' }),
)

const datesInUtc = insertIntoRegion({
  region: 'elif:behaviour',
  entry: `/**
 * true: a Date is sent to the database in UTC. false: in the zone of the process, which spoils
 * moments before 1900 by some seconds, and a column without a zone keeps local time. Convert
 * what such columns hold before you flip it.
 */
datesInUtc: true`,
  neighbour: { ahead: 'guarded' },
  orInto: { kind: 'export', name: 'behaviour' },
})

const warmUp = insertIntoList({
  anchor: { kind: 'export', name: 'warmUpEnvironment' },
  entry: "DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none'",
})

/** Tests get a database of their own, which is emptied behind each. */
function stageTests(app: Workspace): void {
  app.edit(
    'vitest.config.ts',
    insertIntoList({
      anchor: { kind: 'call', name: 'defineConfig', path: [0, 'test'] },
      entry: "globalSetup: 'test/global-setup.ts'",
      neighbour: { behind: 'include' },
    }),
  )
  app.edit(
    'test/least-environment.ts',
    insertIntoList({
      anchor: { kind: 'export', name: 'leastEnvironment' },
      entry: "DATABASE_URL: 'postgres://nobody@localhost/none'",
    }),
  )
  app.edit(
    'test/open-test-app.ts',
    together(
      addImport({
        from: './reset-database.ts',
        names: ['createReset'],
        neighbour: { behind: './least-environment.ts' },
      }),
      addImport({ from: './worker-database.ts', names: ['createWorkerDatabase'] }),
      insertIntoList({
        anchor: { kind: 'call', name: 'readConfig', path: [0] },
        entry: 'DATABASE_URL: await createWorkerDatabase()',
        neighbour: { behind: 'LOG_LEVEL' },
      }),
      insertIntoList({
        anchor: { kind: 'call', name: 'puttingBack', path: [0] },
        entry: 'await createReset(platform.database)',
      }),
    ),
  )
}
