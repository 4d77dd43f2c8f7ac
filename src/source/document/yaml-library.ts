import type * as Yaml from 'yaml'

let loaded: typeof Yaml | undefined

/** Loads what reads YAML; it takes as long as all else of a command, so only for those that need it. */
export async function openYaml(): Promise<void> {
  loaded ??= await import('yaml')
}

/** The library. An edit is synchronous: who edits YAML opens it before. */
export function yamlLibrary(): typeof Yaml {
  if (!loaded)
    throw new TypeError('A YAML file is edited before openReadersFor() has loaded what reads it.')
  return loaded
}
