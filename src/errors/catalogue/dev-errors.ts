export const devErrors = {}
