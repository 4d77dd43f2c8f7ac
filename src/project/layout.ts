/** Where an app keeps what elif reads and writes, by paths in it. */
export const appFile = 'src/app.ts'
export const platformFile = 'src/platform.ts'
export const configFile = 'src/config.ts'
export const problemsFile = 'src/errors.ts'
export const frameworkProblemsFile = 'src/framework/errors/framework-problems.ts'
export const problemsDescribedFile = 'src/framework/errors/describe-problems.ts'
export const environmentExample = '.env.example'
export const manifestFile = 'elif.json'
export const modulesFolder = 'src/modules'
export const migrationsFolder = 'database/migrations'
export const schemaFile = 'database/schema.ts'
export const buildFolder = 'dist'
export const versionsFile = 'src/versions.ts'

/** Whether a file is a step of the database: others may lie beside. */
export const isMigration = (path: string): boolean =>
  path.startsWith(`${migrationsFolder}/`) && path.endsWith('.ts')
