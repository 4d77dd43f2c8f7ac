import { typescriptReader } from './readers.ts'

/** What the statements of an exported function may use by name; undefined without the function. */
export function knownNames(
  source: string,
  { path, function: name }: { path: string; function: string },
): Set<string> | undefined {
  const reading = typescriptReader().read(source, path)
  const body = reading.exportedFunction(name)?.body
  return body && reading.namesAt(body.open)
}
