import { defineProblems } from '../errors/define-problems.ts'

const MEBIBYTE = 1_048_576

export const uploadProblems = defineProblems({
  fileKind: {
    status: 415,
    detail: ({ field }: { field: string; kinds: string[] }) =>
      `The file in ${field} is of a kind that is not taken here.`,
    hint: ({ kinds }: { kinds: string[] }) => `Taken are ${kinds.join(', ')}.`,
  },
  fileTooLarge: {
    status: 413,
    detail: ({ field, maxBytes }: { field: string; maxBytes: number }) =>
      `The file in ${field} has more than ${Math.round((maxBytes / MEBIBYTE) * 10) / 10} MiB.`,
  },
  uploadRefused: { status: 413, detail: 'The request has more files or fields than are taken.' },
  uploadBroken: { status: 400, detail: 'The body of the request is not a whole multipart form.' },
  notMultipart: {
    status: 415,
    detail: 'Files are sent as multipart/form-data.',
    hint: 'Send a form with the header content-type: multipart/form-data.',
  },
})
