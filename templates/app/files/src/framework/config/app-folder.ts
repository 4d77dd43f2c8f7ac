/**
 * Where the files lie that belong to the app, as `config` and `public` do. A build has them beside its
 * code, wherever it is started; what belongs to the machine is looked for in the working directory.
 */
export const appFolder = '.'
