/** Where an app keeps what elif reads and writes, by paths in it. */
export const appFile = 'src/app.ts'
export const modulesFolder = 'src/modules'
export const migrationsFolder = 'database/migrations'
export const schemaFile = 'database/schema.ts'
