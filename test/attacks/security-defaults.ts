/** One default of a made app taken away, and the sentence among its own tests that must then be false. */
export type TakenAway = { path: string; from: string; to: string; tests: string; sentence: string }

const framework = 'src/framework'
const security = `${framework}/security`

/** What is taken away in one file, and noticed by one file of tests. */
const among = (
  path: string,
  tests: string,
  cases: [from: string, to: string, sentence: string][],
) => cases.map(([from, to, sentence]): TakenAway => ({ path, from, to, tests, sentence }))

const headers = `${security}/headers.test.ts`
const addresses = `${security}/addresses.test.ts`
const limits = `${security}/rate-limit.test.ts`
const forgery = `${security}/csrf.test.ts`
const tokens = `${security}/csrf-tokens.test.ts`
const raw = `${security}/raw-requests.test.ts`
const production = `${security}/production.test.ts`
const smuggling = `${security}/smuggling.test.ts`
const connections = `${security}/connections.test.ts`
const encodings = `${security}/encodings.test.ts`
const parsing = `${security}/parsing.test.ts`
const log = `${framework}/log/redaction.test.ts`

const everyAnswer = 'every answer of the app carries the headers that protect it'
const noToken = 'a write with no token is refused'

export const securityDefaults: TakenAway[] = [
  ...among('src/config.ts', production, [
    ['showErrors: !isProduction', 'showErrors: true', 'tells nobody what has gone wrong inside'],
    ['allowOpenWrites: !isProduction', 'allowOpenWrites: true', 'does not start while nobody'],
    ['read.OPENAPI ?? !isProduction', 'read.OPENAPI ?? true', 'shows neither its API nor itself'],
    ['open: !isProduction', 'open: true', 'shows neither its API nor itself'],
    ['length: 8192', 'length: 81_920', 'takes so much at once, and no more'],
    ['parameters: 100', 'parameters: 10_000', 'takes so much at once, and no more'],
    ['requests: 1000', 'requests: 100_000', 'takes so much at once, and no more'],
    ['bodyLimit: 1_048_576', 'bodyLimit: 10_485_760', 'takes so much at once, and no more'],
  ]),
  ...among(`${framework}/config/profile.ts`, production, [
    [`profile === 'staging' ||`, '', 'staging > does not start while nobody'],
  ]),
  ...among(`${framework}/http/policy.ts`, production, [
    ['if (allowOpenWrites ||', 'if (true ||', 'does not start while nobody'],
  ]),
  ...among(`${framework}/http/policy.ts`, `${security}/actor.test.ts`, [
    [`if (typeof rule === 'function')`, 'if (false)', 'a policy is asked with the actor'],
  ]),
  ...among(`${framework}/http/server.ts`, `${framework}/http/limits.test.ts`, [
    ['limitQueries(http, settings.queryLimits)', '', 'a query may be long, but not longer'],
  ]),
  ...among(`${framework}/http/server.ts`, `${framework}/http/shed-load.test.ts`, [
    ['shedLoad(http, settings.load)', '', 'what is more than the app can do is told'],
  ]),
  ...among(`${framework}/http/cookie.ts`, `${framework}/http/cookie.test.ts`, [
    ['httpOnly = true', 'httpOnly = false', 'cookies are sent over TLS only and hidden'],
    ['secure = true', 'secure = false', 'cookies are sent over TLS only and hidden'],
    [`sameSite = 'lax'`, `sameSite = 'none'`, 'cookies are sent over TLS only and hidden'],
  ]),
  ...among('src/config.ts', headers, [
    ['strictTransport: 31_536_000', 'strictTransport: 0', 'who came by TLS is told to keep to it'],
  ]),
  ...among('src/config.ts', `${security}/cors.test.ts`, [
    ['read.CORS_ORIGINS', `['*']`, 'no other origin may read anything unless it is listed'],
    [
      'CORS_CREDENTIALS: z.stringbool().default(false)',
      'CORS_CREDENTIALS: z.stringbool().default(true)',
      'everybody may read where * is listed, and nobody with cookies',
    ],
  ]),
  ...among('src/config.ts', addresses, [
    ['read.TRUSTED_PROXIES', `['0.0.0.0/0']`, 'what a caller writes into X-Forwarded headers'],
  ]),
  ...among('src/config.ts', limits, [
    ['default(1000)', 'default(0)', 'production has limits without being asked for them'],
    ['default(300)', 'default(0)', 'production has limits without being asked for them'],
  ]),
  ...among('src/config.ts', tokens, [
    ['lifetime: 43_200_000', 'lifetime: 86_400_000', 'a token holds for twelve hours'],
  ]),
  ...among('src/config.ts', forgery, [
    ['(isProduction ? undefined : ', '(', 'production does not start with sessions and without'],
  ]),
  ...among('src/config.ts', parsing, [
    ['bodyLimit: 1_048_576', 'bodyLimit: 10_485_760', 'a body has a limit'],
  ]),
  ...among('src/config.ts', connections, [
    ['requestTimeout: 30_000', 'requestTimeout: 0', 'no request is waited for longer than'],
    ['headersTimeout: 15_000', 'headersTimeout: 0', 'no request is waited for longer than'],
    ['idleTimeout: 120_000', 'idleTimeout: 0', 'no answer waits longer than two minutes'],
  ]),

  ...among(`${framework}/http/server.ts`, headers, [
    ['guard.secure(request, reply).header(', 'reply.header(', everyAnswer],
    ['      guard.secure(request, reply)\n', '', 'what Fastify refuses by itself carries them too'],
  ]),
  ...among(`${framework}/http/server.ts`, addresses, [
    [
      'trustedProxies(settings.security.trustedProxies)',
      'true',
      'what a caller writes into X-Forwarded headers does not count by default',
    ],
  ]),
  ...among(`${framework}/http/server.ts`, parsing, [
    ['    bodyLimit,\n', '    bodyLimit: 1e9,\n', 'a body has a limit'],
    ['readJson(http)', '', 'only JSON is read, whatever it is called'],
  ]),
  ...among(`${framework}/http/server.ts`, connections, [
    ['headersTimeout / 5', '30_000', 'who sends headers drop by drop is not waited for'],
    ['    requestTimeout,\n', '', 'who sends a body drop by drop is not waited for'],
    ['      headersTimeout,\n', '', 'drop by drop is not waited for'],
    ['connectionTimeout: settings.idleTimeout,', '', 'who asks and does not read is hung up on'],
  ]),
  ...among(`${framework}/http/json-bodies.ts`, parsing, [
    [`('error', 'error')`, `('ignore', 'error')`, 'a body that reaches for the prototype'],
    [`('error', 'error')`, `('error', 'ignore')`, 'a body that reaches for the prototype'],
    [
      'removeAllContentTypeParsers()',
      `removeContentTypeParser('application/json')`,
      'only JSON is read, whatever it is called',
    ],
    ['packed !== undefined ||', '', 'a body that is packed with gzip is not read'],
    ['|| OTHER_CHARSET.test(type)', '', 'a body that is said to be in UTF-7 is not read'],
  ]),
  ...among(`${framework}/http/json-bodies.ts`, encodings, [
    ['if (!isUtf8(bytes)) return done(badJson())', '', 'a body with overlong UTF-8 is no JSON'],
  ]),
  ...among(`${framework}/http/client-error.ts`, connections, [
    [
      'if (isAnswering(socket)) return socket.destroySoon()',
      '',
      'an answer that is under way is not mixed',
    ],
  ]),

  ...among(`${security}/guard.ts`, addresses, [
    [
      'warnOfUnknownProxy(http, settings.trustedProxies)',
      '',
      'the log says once that there seems to be a proxy that nobody has named',
    ],
    [
      `if (checkIp) http.addHook('onRequest', checkIp)`,
      '',
      'where some are allowed, others are not',
    ],
    [
      'if (!checkIp) return count()',
      'return count()',
      'a path that cannot be read is no way around',
    ],
  ]),
  ...among(`${security}/guard.ts`, raw, [
    ['refuseMalformedRequests(http)', '', 'a request with two hosts is refused'],
  ]),
  ...among(`${security}/malformed-requests.ts`, raw, [
    ['ambiguityIn(raw) ??', '', 'a request with two hosts is refused'],
    ['url.charCodeAt(0) !== SLASH ||', '', 'a request with another address in the target'],
    [`|| url.includes('#')`, '', 'a request with a fragment in its target'],
    ['!isHost(host)', 'false', 'a request with the host "a@evil.example" is refused'],
    [`httpVersion !== '1.1' &&`, 'false &&', 'a request with the version 2.0'],
  ]),
  ...among(`${security}/malformed-requests.ts`, smuggling, [
    [`if (httpVersion === '1.0')`, 'if (false)', 'chunks in HTTP/1.0 is refused'],
    [`coding.toLowerCase() === 'chunked'`, 'true', 'the coding "gzip, chunked" is refused'],
    [`{ headers: { connection: 'close' } }`, '{}', 'the coding "gzip, chunked" is refused'],
    ['closing.add(raw.socket)', '', 'what is refused for its form keeps what follows from'],
  ]),
  ...among(`${security}/guard.ts`, `${security}/cors.test.ts`, [
    ['allowOrigins(http, settings.cors)', '', 'a listed origin may read answers, errors too'],
  ]),
  ...among(`${security}/guard.ts`, limits, [
    [
      `if (behaviour.guarded) http.addHook('onRequest', limits.limitEarly)`,
      '',
      'an address may ask so often, then it is told when',
    ],
    [`http.addHook('onRequest', limits.limitLate)`, '', 'a route may have its own limits'],
  ]),
  ...among(`${security}/guard.ts`, `${security}/actor.test.ts`, [
    ['identifyActors(http, needs.identify)', '', 'a policy is asked with the actor'],
  ]),
  ...among(`${security}/guard.ts`, tokens, [
    ['guardAgainstForgery(http, settings, needs)', `http.decorate('csrfToken', () => '')`, noToken],
  ]),

  ...among(`${security}/headers.ts`, headers, [
    [`'content-security-policy': "default-src 'none'; frame-ancestors 'none'",`, '', everyAnswer],
    [`'cross-origin-resource-policy': 'same-origin',`, '', everyAnswer],
    [`'referrer-policy': 'no-referrer',`, '', everyAnswer],
    [`'x-content-type-options': 'nosniff',`, '', everyAnswer],
    [`'cross-origin-opener-policy': 'same-origin',`, '', 'a page has a nonce of its own'],
    ['...ofPages,', '', 'a page has a nonce of its own'],
    ['randomBytes(16)', 'Buffer.alloc(16)', 'a page has a nonce of its own'],
  ]),
  ...among(`${security}/cors.ts`, `${security}/cors.test.ts`, [
    ['each === origin', 'origin?.startsWith(each)', 'is not the listed one'],
    [
      `if (!forEverybody) vary(reply, 'origin')`,
      '',
      'a listed origin may read answers, errors too',
    ],
    ['if (forEverybody && credentials)', 'if (false)', 'everybody may read where * is listed'],
  ]),
  ...among(`${security}/csrf.ts`, forgery, [
    ['!isFromOurPage(request, trusted)', 'false', 'is refused, even with the token'],
    [`site === 'same-origin'`, `site !== 'cross-site'`, 'a neighbour below the same domain'],
    ['cors.credentials ? cors.origins : []', 'cors.origins', 'a listed origin may write where'],
  ]),
  ...among(`${security}/csrf.ts`, tokens, [
    ['tokens.isValid(token, session)', 'true', 'a write with a token of another session'],
  ]),
  ...among(`${security}/csrf-tokens.ts`, tokens, [
    [`'csrf', subject,`, `'csrf',`, 'a write with a token of another session is refused'],
    ['clock.now().getTime() < Number(expires)', 'true', 'a token holds for twelve hours'],
    ['given.length !== wanted.length ||', '', 'a write with a token without a signature'],
    ['randomBytes(12)', 'Buffer.alloc(12)', 'no two tokens are the same'],
  ]),
  ...among(`${security}/rate-limit-key.ts`, limits, [
    ['networkOf(request.ip)', 'request.ip', 'a caller has a whole IPv6 network'],
  ]),
  ...among(`${security}/rate-limit.ts`, limits, [
    [`rateLimit === false ? [] :`, '', 'a route may have its own limits'],
  ]),
  ...among(`${security}/counts-by-key.ts`, `${security}/memory-rate-limit-store.test.ts`, [
    ['keys / 2', 'Infinity', 'memory is bounded, and forgets those first who stayed away'],
  ]),
  ...among(`${framework}/health/health-routes.ts`, limits, [
    ['rateLimit: false', '', 'paths that lead nowhere count, health does not'],
  ]),

  ...among(`${framework}/log/log.ts`, log, [
    ['log: hideSecrets,', '', 'no line of the log holds a credential, a cookie or a query'],
    ['serializers,\n', '\n', 'no line of the log holds a credential, a cookie or a query'],
  ]),
]
