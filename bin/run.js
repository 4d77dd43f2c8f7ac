#!/usr/bin/env node
// The installed elif. What comes before the bundle has to run on old Nodes too.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const own = realpathSync(fileURLToPath(import.meta.url))
const root = dirname(dirname(own))
const argv = process.argv.slice(2)
const current = workingFolder()
const pinned = current && pinnedEntry(current)
if (pinned) await import(pathToFileURL(pinned).href)
else await run()

async function run() {
  const { version, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const wanted = engines.node.replace('>=', '')
  if (!isAtLeast(process.versions.node, wanted)) {
    return stop(
      `elif needs Node ${wanted} or newer and was started with ${process.versions.node}: ` +
        'install it from https://nodejs.org and repeat the command.',
    )
  }
  if (argv[0] === '--version') return printVersion(version)
  if (!existsSync(join(root, 'dist', 'main.js'))) return stop('elif is not built: npm run build')
  // First of all: only what is loaded after this call comes from the cache.
  module.enableCompileCache()
  const { main } = await import('../dist/main.js')
  await main(argv, { root, version })
}

function printVersion(version) {
  const { platform, arch, version: node } = process
  const line = `elif/${version} ${platform}-${arch} node-${node}`
  console.log(argv.includes('--json') ? JSON.stringify({ version, platform, arch, node }) : line)
}

/** Undefined when it was removed while a shell stood in it, which the bundle then says. */
function workingFolder() {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

/** The elif that the app around a folder has installed, unless that is this one. */
function pinnedEntry(folder) {
  const entry = join(folder, 'node_modules', 'elif', 'bin', 'run.js')
  if (existsSync(join(folder, 'elif.json'))) {
    return existsSync(entry) && realpathSync(entry) !== own ? entry : undefined
  }
  return dirname(folder) === folder ? undefined : pinnedEntry(dirname(folder))
}

function isAtLeast(version, wanted) {
  const [major, minor] = version.split('.').map(Number)
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

function stop(sentence) {
  console.error(sentence)
  process.exitCode = 1
}
