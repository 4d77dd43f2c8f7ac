import { writeFileSync } from 'node:fs'

import { transformFileSync } from '@swc/core'

/** Nest reads types from decorators, which only a compiler can put there. */
const { code } = transformFileSync('nest.ts', {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
})
writeFileSync('nest.js', code)
