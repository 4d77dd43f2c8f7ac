export const fieldsErrors = {}
