import { parseArgs } from 'node:util'

import { readConfig } from '#app/config.ts'
import { migrate, migrationStatus } from '#app/framework/database/migrate.ts'
import { runProgram } from '#app/framework/lifecycle/run-program.ts'
import { StartError } from '#app/framework/lifecycle/start-error.ts'

const directory = 'database/migrations'

await runProgram(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [command = 'up'] = positionals
  const { url } = readConfig().database

  if (command === 'status') {
    for (const { name, state } of await migrationStatus({ url, directory }))
      console.log(state, name)
    return
  }
  if (command !== 'up' && command !== 'down') {
    throw new StartError(`There is no "${command}": say up, down or status.`)
  }
  const steps = await migrate({
    url,
    directory,
    direction: command,
    onStep: ({ name, duration }) => {
      console.log(command, name, `${duration} ms`)
    },
  })
  if (steps.length === 0)
    console.log(command === 'up' ? 'Nothing to migrate.' : 'Nothing to take back.')
})
