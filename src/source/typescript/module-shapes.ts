import { child, isNode, type Node, nodesOf } from '../oxc/node.ts'
import type { Shape } from './shapes.ts'

const kindOf = ({ isTypeOnly }: Node) => (isTypeOnly === true ? 'type' : 'value')

const imported: Shape = ({ importClause, ...raw }) => {
  const clause = isNode(importClause) ? importClause : undefined
  const name = child(clause, 'name')
  const bindings = child(clause, 'namedBindings')
  const byDefault = name && { ...name, type: 'ImportDefaultSpecifier', local: name }
  const others = bindings?.type === 'NamedImports' ? nodesOf(bindings.elements) : nodesOf(bindings)
  const specifiers = [...nodesOf(byDefault), ...others]
  return { ...raw, specifiers, importKind: clause ? kindOf(clause) : 'value' }
}

const importSpecifier: Shape = (raw) => {
  const { type, start, end, name, propertyName } = raw
  return { type, start, end, imported: propertyName ?? name, local: name, importKind: kindOf(raw) }
}

const exported: Shape = ({ exportClause, ...raw }) => {
  const clause = isNode(exportClause) ? exportClause : undefined
  const exportKind = kindOf(raw)
  if (clause?.type === 'NamedExports') return { ...raw, exportKind, specifiers: clause.elements }
  return { ...raw, type: 'ExportAllDeclaration', exportKind, exported: clause?.name ?? null }
}

const exportSpecifier: Shape = (raw) => {
  const { type, start, end, name, propertyName } = raw
  return { type, start, end, local: propertyName ?? name, exported: name, exportKind: kindOf(raw) }
}

const assignment: Shape = ({ start, end, expression, isExportEquals }) =>
  isExportEquals === true
    ? { type: 'TSExportAssignment', start, end, expression }
    : { type: 'ExportDefaultDeclaration', start, end, declaration: expression }

export const moduleShapes: Record<string, Shape> = {
  ImportDeclaration: imported,
  ImportSpecifier: importSpecifier,
  ExportDeclaration: exported,
  ExportSpecifier: exportSpecifier,
  ExportAssignment: assignment,
}
