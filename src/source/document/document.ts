import type { Comment, Span } from '../reading.ts'
import { css } from './css.ts'
import { dockerfile } from './dockerfile.ts'
import { environmentFile } from './environment-file.ts'
import { markdown } from './markdown.ts'
import { markup } from './markup.ts'
import { plainLines } from './plain-lines.ts'
import { yaml } from './yaml.ts'

/** One entry of a list in a document; its keys say which it is when its owner has edited it. */
export type DocumentEntry = Span & { identity: string; keys: string[] }

/** What elif knows of a language that no parser of ours reads as TypeScript. */
export type DocumentLanguage = {
  comments(source: string): Comment[]
  /** What stands in some whole lines; undefined when anything reaches over their borders. */
  entries(source: string, lines: Span): DocumentEntry[] | undefined
  /** Tags may be left open in HTML: there, that says nothing about the markers. */
  tolerant?: true
  /** Why a whole text cannot be read, where a library can tell. */
  fault?(source: string): string | undefined
}

const languages: [files: RegExp, language: DocumentLanguage][] = [
  [/\.(html?|vue|svelte|xml)$/, markup],
  [/\.md$/, markdown],
  [/\.(css|scss|less)$/, css],
  [/\.ya?ml$/, yaml],
  [/(^|\/)Dockerfile[^/]*$/, dockerfile],
  [/(^|\/)\.env[^/]*$/, environmentFile],
  [/\.(toml|sh)$|(^|\/)\.(git|docker)ignore$/, plainLines],
]

/** The language of a document by its path; undefined for scripts and for what has no comments. */
export const languageOf = (path: string): DocumentLanguage | undefined =>
  languages.find(([files]) => files.test(path))?.[1]
