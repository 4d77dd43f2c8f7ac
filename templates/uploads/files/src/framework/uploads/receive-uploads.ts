import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import type { Http } from '../http/server.ts'
import type { FileKind } from './file-kinds.ts'
import { uploadProblems } from './upload-problems.ts'
import type { Upload, Uploads } from './uploads.ts'

/** A file of a request; `name` is what the caller calls it, to be shown and nothing else. */
export type ReceivedUpload = Upload & { field: string; name: string }

export type Received = { files: ReceivedUpload[]; fields: Record<string, string> }

/** So many characters of what a caller calls a file are kept. */
const NAME = 255

const broken = new Set([
  'ERR_STREAM_PREMATURE_CLOSE',
  'FST_MULTIPART_PREMATURE_CLOSE',
  'FST_MP_PREMATURE_CLOSE',
  'FST_INVALID_JSON_FIELD_ERROR',
  'FST_PROTO_VIOLATION',
  'ECONNRESET',
])

/** Lets the routes of a scope read multipart bodies. */
export async function acceptUploads(http: Http, { settings }: Uploads) {
  const { maxBytes, maxFiles } = settings
  await http.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: maxBytes, files: maxFiles, fields: 50, fieldSize: 65_536, parts: 100 },
  })
}

/** Keeps the files of a request, of these kinds and no other. When one cannot be kept, none is. */
export async function receiveUploads(
  request: FastifyRequest,
  uploads: Uploads,
  kinds: FileKind[],
): Promise<Received> {
  if (!request.isMultipart()) throw uploadProblems.notMultipart()
  if (request.headers['content-encoding'] !== undefined) {
    throw frameworkProblems.unsupportedMediaType()
  }
  const files: ReceivedUpload[] = []
  const fields = new Map<string, string>()
  try {
    for await (const part of request.parts()) {
      const { fieldname: field = '' } = part
      if (field === '') throw uploadProblems.uploadBroken()
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated) throw uploadProblems.uploadRefused()
        fields.set(field, textOf(part.value))
        continue
      }
      const upload = await uploads.keep(part.file, kinds, field)
      files.push({ ...upload, field, name: part.filename.slice(0, NAME) })
      const { maxBytes } = uploads.settings
      if (part.file.truncated) throw uploadProblems.fileTooLarge({ field, maxBytes })
    }
    return { files, fields: Object.fromEntries(fields) }
  } catch (error) {
    await Promise.all(files.map(({ id }) => uploads.remove(id)))
    throw refusal(error) ?? error
  }
}

/** A field that calls itself JSON has been read already. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** What is wrong with the form, by the codes of those who read it. */
function refusal(error: unknown) {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (/^FST_(?:PARTS|FILES|FIELDS)_LIMIT$/.test(code)) {
    return uploadProblems.uploadRefused({ cause: error })
  }
  const isBroken =
    broken.has(code) ||
    /^(?:Unexpected end of|Multipart:|Malformed|Part terminated|The needle cannot)/.test(
      error.message,
    )
  return isBroken ? uploadProblems.uploadBroken({ cause: error }) : undefined
}
