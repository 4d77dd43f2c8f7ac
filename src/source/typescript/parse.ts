import type { Project, ts } from 'ts-morph'

import { type Node, walk } from '../oxc/node.ts'
import { type Parsed, withoutHead } from '../oxc/parse.ts'
import { commentsIn } from './comments.ts'
import { treeOf } from './tree.ts'
import { typescript } from './typescript.ts'

let project: Project | undefined

/**
 * Parses a text into the tree that oxc would give. Like oxc it gives no tree for a text that does
 * not parse: what is only guessed at must not be edited.
 */
export function parse(source: string, path: string): Parsed {
  const name = /\.[jt]sx$/.test(path) ? 'source.tsx' : 'source.ts'
  project ??= createProject()
  const file = project.createSourceFile(name, withoutHead(source), { overwrite: true }).compilerNode
  const errors = project
    .getProgram()
    .compilerObject.getSyntacticDiagnostics(file)
    .map(({ start, messageText }) => ({ position: start, message: textOf(messageText) }))
  let tree: Node | undefined
  const whole = () => (tree ??= treeOf(file))
  return {
    source,
    errors,
    get comments() {
      return commentsIn(file.text, walk(whole()))
    },
    get program() {
      return errors.length > 0 ? { ...whole(), body: [] } : whole()
    },
  }
}

const textOf = (message: string | ts.DiagnosticMessageChain) =>
  typeof message === 'string' ? message : message.messageText

/** Nothing is read from the disk, and every text is a module whatever it imports. */
function createProject(): Project {
  const { Project, ts } = typescript()
  return new Project({
    useInMemoryFileSystem: true,
    skipFileDependencyResolution: true,
    skipLoadingLibFiles: true,
    compilerOptions: {
      noLib: true,
      noResolve: true,
      jsx: ts.JsxEmit.Preserve,
      target: ts.ScriptTarget.ESNext,
      moduleDetection: ts.ModuleDetectionKind.Force,
    },
  })
}
