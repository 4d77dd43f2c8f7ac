export const checkErrors = {}
