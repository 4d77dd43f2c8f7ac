import { randomUUID } from 'node:crypto'
import type { Http2ServerResponse } from 'node:http2'

import { badRequest } from '../http/problem.ts'
import { problemJson } from '../http/reply-shape.ts'

/** Answers what is no method of HTTP as the parser of HTTP/1.1 does: Fastify has no route to begin with. */
export function refuseMethod(response: Http2ServerResponse) {
  const problem = badRequest('The request is not valid HTTP.')
  const { type, body } = problemJson.problem
  const text = JSON.stringify(body(problem, randomUUID()))
  response
    .writeHead(problem.status, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
    .end(text)
}
