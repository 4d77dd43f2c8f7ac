export const migrateErrors = {}
