export const templateErrors = {}
