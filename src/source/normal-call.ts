/** Calls are compared by their code alone, however it is laid out and quoted. */
export const normalCall = (code: string) => code.replace(/\s+/g, '').replaceAll('"', "'")
