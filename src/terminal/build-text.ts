import type { BuiltApp } from '../actions/build-app.ts'
import { columns } from './columns.ts'

/** What lies in the build and how large it is. */
export function buildText({ directory, milliseconds, bytes, entries }: BuiltApp): string {
  const seconds = (milliseconds / 1000).toFixed(1)
  const rows = entries.map((each): [string, string] => [each.path, sizeText(each.bytes)])
  return [`Built ${directory} in ${seconds} s, ${sizeText(bytes)}:`, ...columns(rows, '  ')].join(
    '\n',
  )
}

export const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
