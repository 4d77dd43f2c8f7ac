/** A region of a document as people write it, an entry, and the region with the entry. */
export type DocumentShape = {
  name: string
  path: string
  entry: string
  before: string
  after: string
}

const shape = (
  name: string,
  path: string,
  entry: string,
  before: string,
  after: string,
): DocumentShape => ({ name, path, entry, before: `${before}\n`, after: `${after}\n` })

const region = '# #region elif:x'
const end = '# #endregion elif:x'
const open = '<!-- #region elif:x -->'
const close = '<!-- #endregion elif:x -->'

export const documentShapes: DocumentShape[] = [
  shape(
    'keys of a YAML map',
    'compose.yaml',
    'mail:\n  image: mail\n  command: |\n    a\n\n    b # no comment',
    `services:\n  ${region}\n  web: # first\n    image: "web" # note\n  ${end}\nvolumes: {}`,
    `services:\n  ${region}\n  web: # first\n    image: "web" # note\n  mail:\n    image: mail\n    command: |\n      a\n\n      b # no comment\n  ${end}\nvolumes: {}`,
  ),
  shape(
    'items of a YAML list that is not indented',
    'a.yml',
    '- name: b',
    `steps:\n${region}\n- name: a\n  run: |\n    # #region elif:y\n# a comment\n${end}\n- name: c`,
    `steps:\n${region}\n- name: a\n  run: |\n    # #region elif:y\n# a comment\n- name: b\n${end}\n- name: c`,
  ),
  shape(
    'an empty YAML list',
    'a.yml',
    "- 'b: c'",
    `steps:\n  ${region}\n  ${end}\nlast: "it's\n  # #region elif:x\n  "`,
    `steps:\n  ${region}\n  - 'b: c'\n  ${end}\nlast: "it's\n  # #region elif:x\n  "`,
  ),
  shape(
    'a .env file, behind a value of several lines',
    '.env.example',
    '# Who mails are from.\nMAIL="a b"',
    `A="\n${region}\n"\n${region}\nexport PORT=1 # note\n${end}`,
    `A="\n${region}\n"\n${region}\nexport PORT=1 # note\n# Who mails are from.\nMAIL="a b"\n${end}`,
  ),
  shape(
    'a Dockerfile',
    'Dockerfile',
    'RUN a \\\n  # why\n  && b',
    `FROM node\n${region}\nRUN <<EOF\n# #region elif:y\nEOF\n${end}\nCMD a`,
    `FROM node\n${region}\nRUN <<EOF\n# #region elif:y\nEOF\nRUN a \\\n  # why\n  && b\n${end}\nCMD a`,
  ),
  shape(
    'a list of Markdown that a formatter has set apart',
    'README.md',
    '- [b](b.md)\n  more',
    `# a\n\n\`\`\`html\n${open}\n\`\`\`\n\n${open}\n\n- [a](a.md)\n\n${close}\n\n\`${open}\` is a marker.`,
    `# a\n\n\`\`\`html\n${open}\n\`\`\`\n\n${open}\n\n- [a](a.md)\n- [b](b.md)\n  more\n\n${close}\n\n\`${open}\` is a marker.`,
  ),
  shape(
    'a table of Markdown',
    'README.md',
    '| b | 2 |',
    `| a | 1 |\n|---|---|\n${open}\n| a | 1 |\n${close}`,
    `| a | 1 |\n|---|---|\n${open}\n| a | 1 |\n| b | 2 |\n${close}`,
  ),
  shape(
    'elements of HTML',
    'index.html',
    '<li>\n  <a href="b">b > a</a><br>\n</li>',
    `<script>\n  const a = '${open}'\n</script>\n<ul>\n  ${open}\n  <li class='a'>a</li>\n  ${close}\n</ul>`,
    `<script>\n  const a = '${open}'\n</script>\n<ul>\n  ${open}\n  <li class='a'>a</li>\n  <li>\n    <a href="b">b > a</a><br>\n  </li>\n  ${close}\n</ul>`,
  ),
  shape(
    'rules of CSS',
    'site.css',
    '.b { color: red }',
    `a::after { content: '/* #region elif:x */' }\n/* #region elif:x */\n.a,\n.c {\n  background: url(data:a;b);\n}\n/* #endregion elif:x */`,
    `a::after { content: '/* #region elif:x */' }\n/* #region elif:x */\n.a,\n.c {\n  background: url(data:a;b);\n}\n.b { color: red }\n/* #endregion elif:x */`,
  ),
  shape(
    'declarations of CSS',
    'site.css',
    '--b: 2px;',
    `:root {\n  /* #region elif:x */\n  --a: 1px;\n  /* #endregion elif:x */\n}`,
    `:root {\n  /* #region elif:x */\n  --a: 1px;\n  --b: 2px;\n  /* #endregion elif:x */\n}`,
  ),
  shape(
    'lines that stand for themselves',
    '.gitignore',
    'dist/',
    `${region}\nnode_modules/\n${end}`,
    `${region}\nnode_modules/\ndist/\n${end}`,
  ),
]
