import { execFileSync } from 'node:child_process'

import { expect, test } from 'vitest'

/** Signals itself, as an operator would with kill. */
const program = `
  import { once } from 'node:events'
  import { createLog } from '#app/framework/log/log.ts'
  import { switchLevelOnSignal } from '#app/framework/log/switch-level.ts'

  const log = createLog({ level: 'warn', redact: (line) => line.replaceAll('hunter2', '***') })
  switchLevelOnSignal(log)
  const stay = setInterval(() => {}, 1000)
  for (const name of ['usual', 'more', 'usual again']) {
    log.debug({ token: 'hidden', name: 'hunter2' }, name)
    const heard = once(process, 'SIGUSR2')
    process.kill(process.pid, 'SIGUSR2')
    await heard
  }
  clearInterval(stay)
`

test.skipIf(process.platform === 'win32')(
  'a signal lets the log tell more, still without secrets, and the next one as much as usual',
  () => {
    const words = ['--input-type=module-typescript', '--eval', program]
    const lines = execFileSync(process.execPath, words, { encoding: 'utf8' }).trim().split('\n')
    const read = lines.map((line) => JSON.parse(line)).map(({ time, ...line }) => line)
    const changed = { level: 'info', msg: 'the level of the log has changed' }
    expect(read).toEqual([
      { ...changed, now: 'debug' },
      { level: 'debug', token: '[Redacted]', name: '***', msg: 'more' },
      { ...changed, now: 'warn' },
      { ...changed, now: 'debug' },
    ])
  },
)
