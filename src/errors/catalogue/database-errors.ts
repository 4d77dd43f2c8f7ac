export const databaseErrors = {}
