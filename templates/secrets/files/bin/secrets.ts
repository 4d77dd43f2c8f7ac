import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

import { runProgram } from '#app/framework/lifecycle/run-program.ts'
import { StartError } from '#app/framework/lifecycle/start-error.ts'
import { keysIn, newKey } from '#app/framework/secrets/encryption.ts'
import {
  openSecrets,
  readSecrets,
  removeSecret,
  rotateSecrets,
  setSecret,
} from '#app/framework/secrets/secret-file.ts'

const usage = 'Say key, list, show NAME, set NAME, remove NAME or rotate.'

function keys() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { SECRETS_KEY } = process.env
  if (!SECRETS_KEY) throw new StartError('SECRETS_KEY is not set: npm run secrets key makes one.')
  return keysIn(SECRETS_KEY)
}

function show(name: string) {
  const { [name]: value } = openSecrets(readSecrets() ?? {}, keys())
  if (value === undefined) throw new StartError(`There is no secret ${name}.`)
  console.log(value)
}

/** From a pipe or, until Ctrl-D, from the terminal: an argument would stay in the shell's history. */
async function set(name: string) {
  const [key] = keys()
  const value = (await text(process.stdin)).replace(/\r?\n$/, '')
  setSecret(name, value, key)
  console.log(`${name} is set.`)
}

function remove(name: string) {
  if (!removeSecret(name)) throw new StartError(`There is no secret ${name}.`)
  console.log(`${name} is removed.`)
}

await runProgram(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [command, name] = positionals
  if (command === 'key') return console.log(`SECRETS_KEY=${newKey()}`)
  if (command === 'list') return console.log(Object.keys(readSecrets() ?? {}).join('\n'))
  if (command === 'rotate') return console.log(`Encrypted anew: ${rotateSecrets(keys())}`)
  if (name === undefined) throw new StartError(usage)
  if (command === 'show') return show(name)
  if (command === 'set') return set(name)
  if (command === 'remove') return remove(name)
  throw new StartError(usage)
})
