import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { execa } from 'execa'
import { expect, test } from 'vitest'

import { root } from '../architecture/repository.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

/** A folder with an npm that does not end by itself. */
function endlessNpm(): string {
  const folder = scratchFolder('elif-npm-')
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\nexec sleep 60\n')
  chmodSync(join(folder, 'npm'), 0o755)
  return folder
}

test.skipIf(process.platform === 'win32')(
  'Ctrl-C while npm installs leaves the app and says how to go on',
  async () => {
    const elif = execa(process.execPath, [join(root, 'bin/dev.ts'), 'new', 'shop', '--no-git'], {
      cwd: scratchFolder('elif-steps-'),
      env: { PATH: `${endlessNpm()}${delimiter}${process.env['PATH']}` },
      reject: false,
    })
    elif.stderr.once('data', () => elif.kill('SIGINT'))
    const { exitCode, stdout, stderr } = await elif
    expect(stderr.split('\n').at(-1)).toBe('npm install --no-audit --no-fund was interrupted.')
    expect(stdout.split('\n').slice(2)).toEqual([
      'The files are written, but a step failed.',
      'Made shop. Next:',
      '',
      '  cd shop',
      '  npm install --no-audit --no-fund',
      "  ./elif make:resource Product name:string 'price:decimal(10,2)'",
      '  ./elif dev',
      '',
    ])
    expect(exitCode).toBe(1)
  },
)
