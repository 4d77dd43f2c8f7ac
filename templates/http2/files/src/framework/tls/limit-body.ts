import { constants, type Http2ServerRequest } from 'node:http2'

import { frameworkProblems } from '../errors/framework-problems.ts'

const { NGHTTP2_CANCEL, NGHTTP2_NO_ERROR } = constants

/**
 * Gives up on a body that takes too long to arrive, and takes no more of one whose request is answered.
 * Node does both for HTTP/1.1 only.
 */
export function limitBody(request: Http2ServerRequest, timeout: number) {
  const { stream } = request
  if (stream.endAfterHeaders) return
  const timer = setTimeout(giveUp, timeout, request)
  const stop = () => clearTimeout(timer)
  request.once('end', stop).once('close', stop)
  stream.once('finish', () => {
    if (!request.complete) stream.close(NGHTTP2_NO_ERROR)
  })
}

/** Who reads the body can still answer; where nobody does, there is only the stream to close. */
function giveUp(request: Http2ServerRequest) {
  if (request.listenerCount('error') === 0) return void request.stream.close(NGHTTP2_CANCEL)
  request.emit('error', frameworkProblems.requestTimeout())
}
