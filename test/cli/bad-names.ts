/** What nobody can call a thing of an app. */
export const badNames = [
  ['', ' ', '.', '..', '../x', '/etc/passwd', 'C:\\x', 'a/b', 'a\\b', 'a\0b', '.git', 'a.b'],
  ['__proto__', '_', '$', '-', '1', '1st', 'a-', 'Product!', '\n', 'a\nb', '\t', '"', "'", '*'],
  ['$(touch x)', '`touch x`', '; touch x', "'; DROP TABLE users;--", '<script>', '${x}', '{{x}}'],
  ['😀', 'Ω≈ç√∫', 'الله', '田中さん', 'é', 'ñandú', 'İstanbul', 'ß', 'Ṱ̺̺o͞', '%s%n', '&', '|', '?'],
  ['\u202eevil', 'a\u200bb', '\ufeffx', '\ud800', 'x'.repeat(300), 'a'.repeat(100_000)],
].flat()
