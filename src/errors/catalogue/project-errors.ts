export const projectErrors = {}
