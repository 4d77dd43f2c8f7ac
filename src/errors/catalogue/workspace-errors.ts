export const workspaceErrors = {}
