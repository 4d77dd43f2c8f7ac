#!/usr/bin/env node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { commandId, commandRow, type CommandTable } from '../src/cli/command-table.ts'
import { start } from '../src/cli/start.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'commands')
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
const paths = names.filter((name) => name.endsWith('.ts')).toSorted()
const commands: CommandTable = Object.fromEntries(
  paths.map((path) => [commandId(path), commandRow(() => import(join(folder, path)))]),
)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
await start(process.argv.slice(2), { commands, root, version })
