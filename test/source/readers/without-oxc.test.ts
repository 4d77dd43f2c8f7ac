import { join } from 'node:path'

import { expect, test } from 'vitest'

import { mustRun } from '../../made-app/run-program.ts'

const program = join(import.meta.dirname, 'edit-alone.ts')

/** The variable by which native packages of this kind are told where their code lies. */
const elsewhere = { NAPI_RS_NATIVE_LIBRARY_PATH: '/there/is/none' }

async function edited(how: string, environment: Record<string, string>) {
  const { stdout } = await mustRun(process.execPath, [program, how], {
    cwd: import.meta.dirname,
    environment,
  })
  return JSON.parse(stdout)
}

const edit = {
  kind: 'changed',
  text: 'const list = [\n  // #region elif:x\n  a,\n  b,\n  // #endregion elif:x\n]\n',
}

test.each(['opened', 'unopened'])(
  "a file is edited where oxc's native package does not load, readers %s",
  async (how) => {
    expect(await edited(how, elsewhere)).toEqual({ oxc: 'does not load', edit })
    expect(await edited(how, {})).toEqual({ oxc: 'loads', edit })
  },
)
