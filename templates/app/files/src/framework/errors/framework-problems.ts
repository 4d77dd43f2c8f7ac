import { defineProblems } from './define-problems.ts'

const asSaid = (detail: string) => detail

/** What the framework itself refuses. The problems of the app are in `src/errors.ts`. */
export const frameworkProblems = defineProblems({
  badRequest: { status: 400, detail: asSaid },
  badJson: {
    status: 400,
    detail: 'The body of the request is not valid JSON.',
    hint: 'Send a JSON value, or leave out the header content-type.',
  },
  forbidden: { status: 403, detail: asSaid },
  forged: {
    status: 403,
    detail: (because: string) => `This write may be forged. ${because}`,
    hint: 'Send it from the page that the session belongs to, with its CSRF token.',
  },
  notFound: { status: 404, detail: asSaid },
  methodNotAllowed: {
    status: 405,
    detail: ({ path, method }: { path: string; method: string; allow: string }) =>
      `${path} does not take ${method}.`,
    hint: ({ allow }: { allow: string }) => `It takes ${allow}.`,
  },
  notAcceptable: {
    status: 406,
    detail: ({ produces }: { produces: string }) => `This is answered with ${produces} only.`,
    hint: 'Name it in the header accept, or leave the header out.',
  },
  requestTimeout: { status: 408, detail: 'The request took too long to arrive.' },
  conflict: { status: 409, detail: asSaid },
  changedMeanwhile: {
    status: 412,
    detail: 'Somebody else has changed this meanwhile.',
    hint: 'Get it again, and repeat the change on what it is now.',
  },
  bodyTooLarge: {
    status: 413,
    detail: 'The body of the request is too large.',
    hint: 'Send less at once.',
  },
  queryTooLong: {
    status: 414,
    detail: ({ length }: { length: number }) =>
      `The query of the request is longer than ${length} characters.`,
  },
  unsupportedMediaType: {
    status: 415,
    detail: 'The body of the request is of a kind that is not read here.',
    hint: 'Send JSON with the header content-type: application/json.',
  },
  invalid: { status: 422, detail: asSaid },
  tooManyRequests: {
    status: 429,
    detail: ({ quota, seconds }: { quota: number; seconds: number; wait: number }) =>
      `More than ${quota} in ${seconds} seconds.`,
    hint: ({ wait }: { wait: number }) =>
      `Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
  },
  headersTooLarge: { status: 431, detail: 'The headers of the request are too large.' },
  /** Nobody foresaw it: what happened is in the log. */
  unforeseen: {
    status: 500,
    detail: asSaid,
    hint: 'The log of the server says more under this request id.',
  },
  tooSlow: { status: 503, detail: 'This took longer than it may, and was given up.' },
  overloaded: {
    status: 503,
    detail: 'The app has more to do than it can. Try again later.',
    headers: { 'retry-after': '1' },
  },
  maintenance: { status: 503, detail: 'The app is being worked on. Try again later.' },
  /** Try again later: the fault is neither in the request nor in the code. */
  unavailable: { status: 503, detail: asSaid, headers: { 'retry-after': '1' } },
})
