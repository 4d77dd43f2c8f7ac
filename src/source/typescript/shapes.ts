import type { ts } from 'ts-morph'

import type { Node } from '../oxc/node.ts'
import { classShapes } from './class-shapes.ts'
import { expressionShapes } from './expression-shapes.ts'
import { jsxShapes } from './jsx-shapes.ts'
import { literalShapes } from './literal-shapes.ts'
import { moduleShapes } from './module-shapes.ts'
import { patternShapes } from './pattern-shapes.ts'
import { statementShapes } from './statement-shapes.ts'

export type Context = { node: ts.Node; source: string }

/** Gives a node the form that it has in the shared tree; its parts have theirs already. */
export type Shape = (raw: Node, context: Context) => Node

/** Of the kinds for which other names are not enough. */
export const shapes: Record<string, Shape> = {
  ...literalShapes,
  ...patternShapes,
  ...expressionShapes,
  ...classShapes,
  ...statementShapes,
  ...moduleShapes,
  ...jsxShapes,
}
