import type { IncomingMessage, ServerResponse } from 'node:http'

import { placeText } from '../errors/place-text.ts'
import type { DevFault } from './dev-fault.ts'

/** Answers in place of an app that cannot: problem+json, or a page for who asks for HTML. */
export function replyWithFault(
  request: IncomingMessage,
  response: ServerResponse,
  status: 502 | 503,
  fault: DevFault,
): void {
  const wantsPage = request.headers.accept?.includes('text/html') ?? false
  const body = wantsPage ? pageOf(fault) : JSON.stringify(problemOf(status, fault))
  response.writeHead(status, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    // The body of the request was not read.
    connection: 'close',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const problemOf = (status: number, { code, says, hint, at, frame, trace }: DevFault) => ({
  type: 'about:blank',
  title: status === 503 ? 'The app is not running' : 'The app did not answer',
  status,
  code,
  detail: says,
  hint,
  at,
  frame,
  trace,
})

function pageOf({ says, hint, at, frame, trace }: DevFault): string {
  const parts = [at && placeText(at), frame, trace]
    .filter((part) => part !== undefined)
    .map(escaped)
  return `<!doctype html>
<meta charset="utf-8">
<title>elif dev</title>
<h1>${escaped(says)}</h1>
<p>${escaped(hint)}</p>
${parts.map((part) => `<pre>${part}</pre>`).join('\n')}
`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
