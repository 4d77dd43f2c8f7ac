const security = 'src/framework/security'

/** What a made app is attacked with, and which of its own tests do it. */
export const attackGroups: { what: string; files: RegExp }[] = [
  {
    what: 'requests smuggled by lengths, codings, line ends, versions',
    files: inSecurity('smuggling'),
  },
  { what: 'request lines, targets, hosts and methods on a raw socket', files: inSecurity('raw-') },
  { what: 'slow, flooding, cut off and upgraded connections', files: inSecurity('connections') },
  { what: 'encodings of paths, queries, cookies and bodies', files: inSecurity('encodings') },
  { what: 'bodies that reach for the prototype, deep ones, copies', files: inSecurity('parsing') },
  {
    what: '201 naughty texts in every field, path, query and header',
    files: /^test\/naughty\.test\.ts$/,
  },
  { what: 'values that nobody may set', files: /^test\/mass-assignment\.test\.ts$/ },
  { what: 'writes forged from other sites', files: inSecurity('csrf') },
  { what: 'origins that may not read', files: inSecurity('cors') },
  { what: 'limits got round', files: inSecurity('rate-limit') },
  { what: 'proxies and addresses that lie', files: inSecurity('addresses') },
  {
    what: 'headers of every answer, defaults of production',
    files: inSecurity('headers|production'),
  },
  { what: 'secrets and line breaks in the log', files: /\/log\/redaction\.test\.ts$/ },
  { what: 'uploads: names, types, sizes, forms', files: /\/uploads\// },
  { what: 'static files: traversal, links, ranges', files: /\/static\// },
  { what: 'event streams: slow readers, floods', files: /\/sse\// },
  { what: 'HTTP/2: resets, floods, TLS', files: /\/tls\// },
]

/** The features whose tests are among them. */
export const attackedFeatures = ['uploads', 'static', 'sse', 'http2']

function inSecurity(name: string): RegExp {
  return new RegExp(`^${security}/(?:${name})[\\w-]*\\.test\\.ts$`)
}
