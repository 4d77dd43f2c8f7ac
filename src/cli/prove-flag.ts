import { boolean } from '@oclif/core/flags'

/** How a plan is tried before it lands. */
export const proveFlag = boolean({
  description:
    'Carry it out on a copy of the app first: format, types, migrations up, down and up, a start, ' +
    'the tests it brings. When one fails, nothing is changed.',
})
