/** What the description of an API can be written for. */
export const apiFormats = ['json', 'yaml', 'postman', 'insomnia'] as const
export type ApiFormat = (typeof apiFormats)[number]

/** The format of a file where nobody has said another one. */
export const formatOfFile = (path: string | undefined): ApiFormat =>
  /\.ya?ml$/.test(path ?? '') ? 'yaml' : 'json'
