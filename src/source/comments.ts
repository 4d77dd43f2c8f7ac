/** Whether elif knows the file as one of TypeScript's or JavaScript's. */
export const isScript = (path: string) => /\.[cm]?[jt]sx?$/.test(path)
