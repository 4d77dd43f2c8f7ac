/** Where an app keeps what elif reads and writes, by paths in it. */
export const appFile = 'src/app.ts'
export const platformFile = 'src/platform.ts'
export const configFile = 'src/config.ts'
export const environmentExample = '.env.example'
export const manifestFile = 'elif.json'
export const modulesFolder = 'src/modules'
export const migrationsFolder = 'database/migrations'
export const schemaFile = 'database/schema.ts'
