/** How the files of a kind begin: bytes in hexadecimal, `..` for any. */
const beginnings = {
  'image/png': ['89504e470d0a1a0a'],
  'image/jpeg': ['ffd8ff'],
  'image/gif': ['474946383761', '474946383961'],
  'image/webp': ['52494646........57454250'],
  'application/pdf': ['255044462d'],
  'application/zip': ['504b0304', '504b0506'],
  'video/mp4': ['........66747970'],
}

export type FileKind = keyof typeof beginnings

const kinds = Object.entries(beginnings).flatMap(([kind, texts]) =>
  texts.map((text) => ({ kind: kind as FileKind, pattern: new RegExp(`^${text}`) })),
)

/** So many first bytes of a file tell its kind. */
export const HEAD = 12

/** What a file is by its first bytes; undefined for what is not known here. */
export const kindOf = (head: Buffer): FileKind | undefined =>
  kinds.find(({ pattern }) => pattern.test(head.subarray(0, HEAD).toString('hex')))?.kind
