import type { Node } from '../oxc/node.ts'
import type { Shape } from './shapes.ts'

const literal =
  (valueOf: (text: string) => unknown): Shape =>
  ({ start, end, text }) => ({ type: 'Literal', start, end, value: valueOf(String(text)) })

const quasi: Shape = ({ start, end }, { source }) => ({
  type: 'TemplateElement',
  start,
  end,
  value: source.slice(start, end),
})

const named =
  (type: string): Shape =>
  ({ start, end }, { node }) => ({ type, start, end, name: nameIn(node) })

/** As it is meant: without the escapes that a name may be written with. */
function nameIn(node: object): string {
  return 'text' in node ? String(node.text).replace(/^#/, '') : ''
}

/** `head`, then pairs of something and the text behind it. */
const template =
  (key: string): Shape =>
  ({ type, start, end, head, templateSpans }) => {
    const spans = partsOf(templateSpans)
    const inner = spans.map((span) => span.expression ?? span.typeAnnotation)
    return { type, start, end, quasis: [head, ...spans.map((span) => span.literal)], [key]: inner }
  }

const partsOf = (value: unknown): Node[] => (Array.isArray(value) ? value : [])

export const literalShapes: Record<string, Shape> = {
  Identifier: named('Identifier'),
  PrivateIdentifier: named('PrivateIdentifier'),
  StringLiteral: literal((text) => text),
  NumericLiteral: literal(Number),
  BigIntLiteral: literal((text) => BigInt(text.replace(/n$/, ''))),
  TrueKeyword: literal(() => true),
  FalseKeyword: literal(() => false),
  NullKeyword: literal(() => null),
  RegularExpressionLiteral: ({ start, end, text }) => ({
    type: 'Literal',
    start,
    end,
    regex: text,
  }),
  TemplateHead: quasi,
  TemplateMiddle: quasi,
  TemplateTail: quasi,
  NoSubstitutionTemplateLiteral: (raw, context) => {
    const { start, end } = raw
    return { type: 'TemplateLiteral', start, end, quasis: [quasi(raw, context)], expressions: [] }
  },
  TemplateExpression: template('expressions'),
  TemplateLiteralType: template('types'),
}
