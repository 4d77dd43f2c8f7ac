#!/usr/bin/env node
// What npm scripts start with, on a machine that has npm and any Node from 18 on: brings the
// dependencies and a Node that runs TypeScript, then runs the given file with it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const packages = join(root, 'node_modules')
const windows = process.platform === 'win32'

/** The text of a file of this package as data; undefined when it is missing or cut off. */
function readJson(...path) {
  try {
    return JSON.parse(readFileSync(join(root, ...path), 'utf8'))
  } catch {
    return undefined
  }
}

/** Compared by version and not by time: npm itself writes the lockfile after the packages. */
function dependenciesAreInstalled() {
  const wanted = readJson('package-lock.json')?.packages ?? {}
  const present = readJson('node_modules', '.package-lock.json')?.packages
  if (!present) return false
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || optional) return true
    return present[path]?.version === version && existsSync(join(root, path, 'package.json'))
  })
}

function installDependencies() {
  console.error('Installing the dependencies (npm ci) ...')
  const status = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status === 0) return
  stop(
    `The dependencies could not be installed: npm ci ended with ${status}. ` +
      'What it printed above says why; the network may be the reason. Repeat the command then.',
  )
}

/** npm itself, by the way it was started when a script runs this. */
function npm(argv) {
  const cli = process.env.npm_execpath ?? ''
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const own = basename(cli) === 'npm-cli.js' && existsSync(cli)
  const ended = own
    ? spawnSync(process.execPath, [cli, ...argv], options)
    : spawnSync('npm', argv, { ...options, shell: windows })
  if (ended.error) stop(`npm could not be started: ${ended.error.message}. Install Node with npm.`)
  return ended.status ?? ended.signal
}

/** A Node that is new enough: the present one, or the one that the package `node` brings. */
function newEnoughNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '')
  if (isAtLeast(process.versions.node, wanted)) return process.execPath
  const brought = join(packages, 'node', 'bin', windows ? 'node.exe' : 'node')
  if (!runs(brought, wanted)) bringNode()
  if (runs(brought, wanted)) return brought
  return stop(
    `This needs Node ${wanted} or newer, has ${process.versions.node}, and npm could not bring it. ` +
      'Install it from https://nodejs.org and repeat the command.',
  )
}

/** The install script of the package `node`, which npm skips where scripts are blocked. */
function bringNode() {
  console.error('Fetching Node (install script of the npm package "node") ...')
  const folder = join(packages, 'node')
  const script = join(folder, 'installArchSpecificPackage.js')
  spawnSync(process.execPath, [script], { cwd: folder, stdio: ['ignore', 2, 2] })
}

function runs(node, wanted) {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return status === 0 && isAtLeast(stdout.trim().replace('v', ''), wanted)
}

function isAtLeast(version, wanted) {
  const [major, minor] = version.split('.').map(Number)
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

/** Runs to the end with our streams, and ends as it ended. */
function runWith(node, argv) {
  const path = [join(packages, '.bin'), dirname(node), process.env.PATH].join(delimiter)
  const child = spawn(node, argv, { stdio: 'inherit', env: { ...process.env, PATH: path } })
  const pass = (signal) => child.kill(signal)
  process.on('SIGTERM', pass)
  process.on('SIGHUP', pass)
  // A terminal sends Ctrl-C to the child as well; twice would mean "at once" to some programs.
  process.on('SIGINT', (signal) => process.stdin.isTTY || pass(signal))
  child.on('error', (error) => stop(`${node} could not be started: ${error.message}.`))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

const [file, ...argv] = process.argv.slice(2)
if (file === undefined) stop('Say which file to run: node bin/bootstrap.js bin/dev.ts --help')
if (!dependenciesAreInstalled()) installDependencies()
runWith(newEnoughNode(), [file, ...argv])
